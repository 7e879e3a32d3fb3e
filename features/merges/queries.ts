import { ROLE_LABELS } from "@/domain/access/role-labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { mergeLedgers } from "@/domain/points/merge";
import { sumOf } from "@/domain/points/ledger";
import { STATE_LABELS } from "@/features/members/view";
import { findPerson, type Person } from "@/features/people/queries/get-person";
import { standingLabel } from "@/features/people/view";
import { listEntries } from "@/features/points/queries";
import { termOf } from "@/features/roles/view";
import { db } from "@/lib/db";
import type { Pair, Preview, Side } from "./types";

/** What a merge of two accounts would do, without doing it; null when one of them does not exist. */
export async function previewMerge({ keptId, goneId }: Pair, now: Date): Promise<Preview | null> {
  const [kept, gone] = await Promise.all([findPerson(keptId), findPerson(goneId)]);
  if (!kept || !gone) return null;
  const [ours, theirs] = await Promise.all([listEntries(db(), keptId), listEntries(db(), goneId)]);
  const { entries, lost } = mergeLedgers({ kept: ours, gone: theirs, keptId, now });
  const [keptSide, goneSide] = await Promise.all([sideOf(kept, sumOf(ours), now), sideOf(gone, sumOf(theirs), now)]);
  return { kept: keptSide, gone: goneSide, after: sumOf(ours) + sumOf(entries), lost, fault: faultOf(kept, gone) };
}

function faultOf(kept: Person, gone: Person): string | null {
  if (gone.mergedInto?.id === kept.id) return "这两个账号已经合并过了。";
  if (kept.state === "left" || gone.state === "left") return "有一边已经转出或合并，不能再合并。";
  return kept.state === "inactive" ? "要留下的账号停用了。先恢复它，或留下另一个。" : null;
}

async function sideOf(person: Person, points: number, now: Date): Promise<Side> {
  const today = businessDateOf(now);
  const memberId = person.id;
  const [attempts, recalls, seasons] = await Promise.all([
    db().attempt.count({ where: { memberId } }),
    db().recall.count({ where: { memberId } }),
    db().seasonEntry.findMany({ where: { memberId }, orderBy: { quarter: "desc" }, select: { quarter: true } }),
  ]);
  const current = (stays: Person["memberships"]) =>
    stays.find((stay) => stay.since <= today && (stay.until === null || today <= stay.until))?.place ?? "没有";
  return {
    ...{ id: memberId, name: person.name, standing: standingLabel(person.standing), state: STATE_LABELS[person.state] },
    ...{ branch: current(person.memberships), organisation: current(person.employments) },
    logins: person.logins.map((login) => login.shown),
    roles: person.roles
      .filter((grant) => ["in-force", "to-come"].includes(termOf(grant, today)))
      .map((grant) => `${grant.scope}${ROLE_LABELS[grant.role]}`),
    ...{ points, attempts, recalls, seasons: seasons.map((row) => row.quarter) },
  };
}
