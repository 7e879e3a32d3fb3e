import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Actor } from "@/domain/access/types";
import type { Fit } from "@/domain/people/applicant";
import { maskLogin } from "@/domain/people/login";
import { covering } from "@/features/access/queries";
import type { BranchScope } from "@/features/access/types";
import { openText } from "@/lib/crypto";
import { db } from "@/lib/db";
import { findFits } from "./find-fit";

export type OpenApplication = {
  id: string;
  name: string;
  /** Whole, to be checked with the person; once decided it is masked. */
  login: string;
  createdAt: Date;
  fit: Fit;
  /** Others that wait with the same login. */
  doubles: number;
  /** Masked logins of people of this branch's list with the same name and another login. */
  namesakes: string[];
};

export type DecidedApplication = {
  id: string;
  name: string;
  login: string;
  state: "accepted" | "refused" | "withdrawn";
  reason: string;
  decidedAt: Date | null;
};

const MOST = 300;

/** What waits for this branch, oldest first, each with the row of the list that it fits. */
export async function listOpenApplications(
  scope: BranchScope,
  { actor, now }: { actor: Actor; now: Date },
): Promise<OpenApplication[]> {
  const rows = await db().application.findMany({
    where: { branchId: scope.branchId, state: "open" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const [fits, namesakes] = await Promise.all([
    findFits(db(), rows, { actor, now }),
    findNamesakes(
      scope,
      rows.map((row) => row.name),
      now,
    ),
  ]);
  return rows.map((row, index) => ({
    ...{ id: row.id, name: row.name, login: openText(row.loginCipher), createdAt: row.createdAt },
    fit: fits[index]?.fit ?? "new",
    doubles: rows.filter((other) => other.loginHash === row.loginHash).length - 1,
    namesakes: fits[index]?.fit === "new" ? (namesakes.get(row.name) ?? []) : [],
  }));
}

export function countOpenApplications({ branchId }: BranchScope): Promise<number> {
  return db().application.count({ where: { branchId, state: "open" } });
}

/** What was decided lately, newest first. */
export async function listDecidedApplications({ branchId }: BranchScope): Promise<DecidedApplication[]> {
  const rows = await db().application.findMany({
    where: { branchId, state: { not: "open" } },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: 20,
  });
  return rows.map(({ id, name, loginKind, loginCipher, state, reason, decidedAt }) => ({
    ...{ id, name, reason, decidedAt, state: state as DecidedApplication["state"] },
    login: maskLogin(loginKind, openText(loginCipher)),
  }));
}

/** People of the branch who have not come in yet, by name, with their masked logins. */
async function findNamesakes(scope: BranchScope, names: string[], now: Date): Promise<Map<string, string[]>> {
  const rows = await db().member.findMany({
    where: {
      ...{ name: { in: names }, state: "invited" },
      memberships: { some: { branchId: scope.branchId, ...covering(businessDateOf(now)) } },
    },
    select: { name: true, logins: { select: { kind: true, cipher: true } } },
  });
  const found = new Map<string, string[]>();
  for (const { name, logins } of rows) {
    const shown = logins.map((login) => maskLogin(login.kind, openText(login.cipher)));
    found.set(name, [...(found.get(name) ?? []), ...shown]);
  }
  return found;
}
