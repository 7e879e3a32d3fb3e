// Who is who in the demo zone: a plain list, so that anybody can see what the demo pages are made of.
import type { Standing } from "@/domain/people/standing";
import type { RoleScope } from "@/features/members/mutations/grant-role";
import { branchId, DEMO, organisationId, stationId } from "./places";

export type DemoPerson = {
  id: string;
  name: string;
  standing: Standing;
  login: string;
  organisation: string | null;
  branch: string | null;
  roles: RoleScope[];
  /** What the printed account says; null for people without a printed password. */
  account: string | null;
};

/** One surname a person, so that masked names (王*) can be told apart. */
const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏"];

const ofBranch = (role: RoleScope["role"], key: string): RoleScope => ({
  role,
  scopeKind: "branch",
  scopeId: branchId(key),
});
const ofOrganisation = (role: RoleScope["role"], code: string): RoleScope => ({
  role,
  scopeKind: "organisation",
  scopeId: organisationId(code),
});
const ofStation = (role: RoleScope["role"], index: number): RoleScope => ({
  role,
  scopeKind: "station",
  scopeId: stationId(index),
});
const ofZone = (role: RoleScope["role"]): RoleScope => ({ role, scopeKind: "zone", scopeId: "" });

/** Employer, branch, and the standings of its people in the order of their work numbers. F 正式, P 预备, A 申请人, E 职工. */
const GROUPS: [code: string, branch: string | null, standings: string][] = [
  ["SLZZ", "slzz", "FFFFFFFFFPAF"],
  ["SLZZ", null, "EE"],
  ["SLDZ", "sldz", "FFFFFFP"],
  ["SLSP", "slsp", "FFFFA"],
  ["SLRJ", "slrj", "FFFP"],
  ["SLWL", "wuliu", "FFF"],
  ["SLFZ", "wuliu", "FF"],
  ["SLSG", "shehui", "FF"],
  ["SLSH", "shehui", "F"],
  ["SLYL", "shehui", "P"],
  ["SLSF", null, "A"],
];

const STANDINGS: Record<string, Standing> = { F: "full", P: "probationary", A: "applicant", E: "employee" };

/** By login: what the person is besides a member, and the words of the printed account. */
const DUTIES: Record<string, { roles: RoleScope[]; account: string | null }> = {
  "SLZZ-0012": { roles: [], account: "党员" },
  "SLZZ-0003": { roles: [ofBranch("study-officer", "slzz")], account: "学习委员" },
  "SLZZ-0001": { roles: [ofBranch("branch-secretary", "slzz")], account: "支部书记" },
  "SLZZ-0008": { roles: [ofOrganisation("party-worker", "SLZZ")], account: "党务工作者" },
  "SLDZ-0001": {
    roles: [ofBranch("branch-secretary", "sldz"), ofOrganisation("party-worker", "SLDZ")],
    account: "两项职责（书记、党务工作者）",
  },
  "SLDZ-0003": { roles: [ofBranch("study-officer", "sldz")], account: null },
  "SLSP-0001": { roles: [ofBranch("branch-secretary", "slsp")], account: null },
  "SLSP-0002": { roles: [ofBranch("study-officer", "slsp")], account: null },
  "SLRJ-0001": { roles: [ofBranch("study-officer", "slrj")], account: null },
  "SLWL-0001": { roles: [ofBranch("branch-secretary", "wuliu")], account: null },
  "SLSG-0001": { roles: [ofBranch("branch-secretary", "shehui")], account: null },
};

/** People of the work committee and the instructor belong to no organisation of the zone. */
const STAFF: [login: string, account: string, role: RoleScope][] = [
  ["GW-0004", "党建指导员", ofStation("instructor", 1)],
  ["GW-0001", "工委（全区）", ofZone("committee")],
  ["GW-0002", "工委（示例一号分站）", ofStation("committee", 1)],
  ["GW-0003", "管理员", ofZone("administrator")],
  // Releasing a question takes two people.
  ["GW-0005", "工委（全区，复核题目）", ofZone("committee")],
];

/** Everybody, always in the same order with the same ids. */
export function demoRoster(): DemoPerson[] {
  const numbers = new Map<string, number>();
  const places = GROUPS.flatMap(([code, branch, standings]) =>
    [...standings].map((letter) => ({ code, branch, standing: STANDINGS[letter] ?? "full" })),
  );
  const members = places.map(({ code, branch, standing }): Omit<DemoPerson, "id" | "name"> => {
    const number = (numbers.get(code) ?? 0) + 1;
    numbers.set(code, number);
    const login = `${code}-${String(number).padStart(4, "0")}`;
    const { roles, account } = DUTIES[login] ?? { roles: [], account: null };
    return { standing, login, organisation: code, branch, roles, account };
  });
  const staff = STAFF.map(([login, account, role]): Omit<DemoPerson, "id" | "name"> => {
    return { standing: "full", login, organisation: null, branch: null, roles: [role], account };
  });
  return [...members, ...staff].map((person, index) => ({
    id: `${DEMO}member-${String(index + 1).padStart(2, "0")}`,
    name: `${SURNAMES[index] ?? "钱"}示例`,
    ...person,
  }));
}

/** Logins in the order in which accounts are printed. */
export const PRINTED_ORDER: readonly string[] = [...Object.keys(DUTIES), ...STAFF.map(([login]) => login)];

/** The id behind a login. Throws when nobody has it. */
export function personOf(login: string): string {
  const person = demoRoster().find((each) => each.login === login);
  if (person === undefined) throw new Error(`Nobody of the demo zone has the login ${login}`);
  return person.id;
}
