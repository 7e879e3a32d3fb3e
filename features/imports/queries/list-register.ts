import { covering, inStation } from "@/features/access/queries";
import type { ZoneScope } from "@/features/access/types";
import { maskLogin } from "@/domain/people/login";
import { openText } from "@/lib/crypto";
import { db } from "@/lib/db";

/** One organisation as a sheet holds it. */
export type OrganisationLine = { name: string; kind: string; shortCode: string; creditCode: string; station: string };

/** Every open organisation of the scope, by station and name. */
export async function listOrganisationLines(scope: ZoneScope): Promise<OrganisationLine[]> {
  const rows = await db().organisation.findMany({
    where: { state: "active", ...(scope.stationId === null ? {} : { stationId: scope.stationId }) },
    orderBy: [{ station: { sort: "asc" } }, { name: "asc" }],
    select: { name: true, kind: true, shortCode: true, creditCode: true, station: { select: { name: true } } },
  });
  return rows.map(({ station, creditCode, ...row }) => ({
    ...row,
    creditCode: creditCode ?? "",
    station: station.name,
  }));
}

/** One person as a sheet holds them. */
export type MemberLine = {
  name: string;
  phone: string;
  workNumber: string;
  organisation: string;
  branch: string;
  standing: string;
  joined: string;
};

/**
 * Everybody of the scope who has not left, with the station of the branch, and without one of the employer, by organisation, branch and name. `whole` logins are for those who keep the register.
 */
export async function listMemberLines(
  scope: ZoneScope,
  { today, logins }: { today: string; logins: "whole" | "masked" },
): Promise<MemberLine[]> {
  const rows = await db().member.findMany({
    where: {
      state: { not: "left" },
      ...inStation(scope.stationId, covering(today)),
    },
    select: {
      ...{ name: true, standing: true },
      logins: { select: { kind: true, cipher: true }, orderBy: { createdAt: "asc" } },
      employments: {
        where: covering(today),
        select: { since: true, organisation: { select: { name: true } } },
        take: 1,
      },
      memberships: { where: covering(today), select: { branch: { select: { name: true } } }, take: 1 },
    },
  });
  const lines = rows.map((row): MemberLine => {
    const login = (kind: string): string => {
      const found = row.logins.find((each) => each.kind === kind);
      if (!found) return "";
      const text = openText(found.cipher);
      return logins === "whole" ? text : maskLogin(kind, text);
    };
    return {
      ...{ name: row.name, phone: login("phone"), workNumber: login("work-number"), standing: row.standing },
      organisation: row.employments[0]?.organisation.name ?? "",
      branch: row.memberships[0]?.branch.name ?? "",
      joined: row.employments[0]?.since ?? "",
    };
  });
  const key = (line: MemberLine) => `${line.organisation}\u0000${line.branch}\u0000${line.name}`;
  return lines.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
