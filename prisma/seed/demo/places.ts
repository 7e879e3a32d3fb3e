// The places of the demo zone: a centre and six stations, enterprises and social organisations, hosted and joint
// branches. All of it is plainly fictitious: 示例 stands in every name, every id begins with `demo-`.
import { createBranch } from "@/features/branches/mutations/create-branch";
import { createOrganisation } from "@/features/organisations/mutations/create-organisation";
import { createStation } from "@/features/stations/mutations";

export const DEMO = "demo-";

const STATIONS = [
  "示例党群工作站中心站",
  ...["示例一号分站", "示例二号分站", "示例三号分站", "示例四号分站", "示例五号分站", "示例六号分站"],
];

type Organisation = { code: string; kind: "enterprise" | "social"; name: string; station: number };

/** The last two have no branch; 示例新材料公司 has no member either. */
const ORGANISATIONS: Organisation[] = [
  { code: "SLZZ", kind: "enterprise", name: "示例精密制造公司", station: 1 },
  { code: "SLDZ", kind: "enterprise", name: "示例电子科技公司", station: 1 },
  { code: "SLSP", kind: "enterprise", name: "示例食品公司", station: 2 },
  { code: "SLWL", kind: "enterprise", name: "示例物流公司", station: 2 },
  { code: "SLRJ", kind: "enterprise", name: "示例软件公司", station: 3 },
  { code: "SLFZ", kind: "enterprise", name: "示例纺织公司", station: 4 },
  { code: "SLSG", kind: "social", name: "示例社会工作服务中心", station: 3 },
  { code: "SLSH", kind: "social", name: "示例行业商会", station: 0 },
  { code: "SLYL", kind: "social", name: "示例养老服务中心", station: 5 },
  { code: "SLSF", kind: "social", name: "示例书法协会", station: 6 },
  { code: "SLXC", kind: "enterprise", name: "示例新材料公司", station: 6 },
];

type Branch = { key: string; name: string; host: string | null; station: number };

const BRANCHES: Branch[] = [
  { key: "slzz", name: "示例精密制造公司党支部", host: "SLZZ", station: 1 },
  { key: "sldz", name: "示例电子科技公司党支部", host: "SLDZ", station: 1 },
  { key: "slsp", name: "示例食品公司党支部", host: "SLSP", station: 2 },
  { key: "slrj", name: "示例软件公司党支部", host: "SLRJ", station: 3 },
  { key: "wuliu", name: "示例物流片区联合党支部", host: null, station: 2 },
  { key: "shehui", name: "示例社会组织联合党支部", host: null, station: 0 },
];

export const stationId = (index: number): string => `${DEMO}station-${index}`;
export const organisationId = (code: string): string => `${DEMO}organisation-${code.toLowerCase()}`;
export const branchId = (key: string): string => `${DEMO}branch-${key}`;

function expectMade(result: { ok: true } | { ok: false; detail: string }): void {
  if (!result.ok) throw new Error(result.detail);
}

export async function plantPlaces(now: Date): Promise<void> {
  const common = { actorId: null, now };
  for (const [sort, name] of STATIONS.entries()) {
    expectMade(await createStation({ ...common, id: stationId(sort), name, sort }));
  }
  for (const { code, kind, name, station } of ORGANISATIONS) {
    const place = { id: organisationId(code), kind, name, shortCode: code, stationId: stationId(station) };
    expectMade(await createOrganisation({ ...common, ...place }));
  }
  for (const { key, name, host, station } of BRANCHES) {
    const hostOrganisationId = host === null ? null : organisationId(host);
    const place = { id: branchId(key), name, hostOrganisationId, stationId: stationId(station) };
    expectMade(await createBranch({ ...common, ...place }));
  }
}
