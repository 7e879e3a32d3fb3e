// Takes out people and places whose ids begin with a prefix, with everything that hangs on them, in transactions of at
// most 200 rows, so that it may run beside the server.
import { lookupHash, openText } from "@/lib/crypto";
import { db } from "@/lib/db";

export const ROWS = 200;

/** Repeats a removal of at most 200 rows until nothing is left. */
export async function sweep(remove: () => Promise<{ count: number }>): Promise<void> {
  while ((await remove()).count === ROWS);
}

/** Everything a member did and was, then the member. Rows of others are not touched. */
export async function removeMembers(prefix: string): Promise<void> {
  const mine = { memberId: { startsWith: prefix } };
  const limit = ROWS;
  await removeLogs(prefix);
  await sweep(() => db().recallTotal.deleteMany({ where: mine, limit }));
  await sweep(() => db().assignmentResult.deleteMany({ where: mine, limit }));
  await sweep(() => db().assignee.deleteMany({ where: mine, limit }));
  await sweep(() => db().response.deleteMany({ where: mine, limit }));
  await sweep(() => db().receipt.deleteMany({ where: { attempt: mine }, limit }));
  await sweep(() => db().attempt.deleteMany({ where: mine, limit }));
  await sweep(() => db().recall.deleteMany({ where: mine, limit }));
  await sweep(() => db().pointsEntry.deleteMany({ where: mine, limit }));
  await sweep(() => db().pointsTotal.deleteMany({ where: mine, limit }));
  await sweep(() => db().seasonEntry.deleteMany({ where: mine, limit }));
  await sweep(() => db().feedback.deleteMany({ where: mine, limit }));
  await sweep(() => db().session.deleteMany({ where: mine, limit }));
  await sweep(() => db().notice.deleteMany({ where: mine, limit }));
  await sweep(() => db().consent.deleteMany({ where: mine, limit }));
  await sweep(() => db().invitation.deleteMany({ where: mine, limit }));
  await sweep(() => db().oneTimeCode.deleteMany({ where: mine, limit }));
  await sweep(() => db().oidcLink.deleteMany({ where: mine, limit }));
  await sweep(() => db().roleGrant.deleteMany({ where: mine, limit }));
  await sweep(() => db().employment.deleteMany({ where: mine, limit }));
  await sweep(() => db().membership.deleteMany({ where: mine, limit }));
  await sweep(() => db().login.deleteMany({ where: mine, limit }));
  await sweep(() => db().member.deleteMany({ where: { id: { startsWith: prefix } }, limit }));
}

/** What the logs hold of these people: sign-ins and refusals of their logins, and what they did to the zone. */
async function removeLogs(prefix: string): Promise<void> {
  const of = { startsWith: prefix };
  const logins = await db().login.findMany({ where: { memberId: of }, select: { cipher: true } });
  const keys = logins.map((login) => lookupHash("login", openText(login.cipher)));
  for (let start = 0; start < keys.length; start += ROWS) {
    const some = keys.slice(start, start + ROWS);
    await db().signInFailure.deleteMany({ where: { key: { in: some.map((key) => `account:${key}`) } } });
    await sweep(() => db().securityEvent.deleteMany({ where: { loginKey: { in: some } }, limit: ROWS }));
  }
  await sweep(() => db().securityEvent.deleteMany({ where: { memberId: of }, limit: ROWS }));
  await sweep(() => db().auditEntry.deleteMany({ where: { OR: [{ actorId: of }, { subjectId: of }] }, limit: ROWS }));
}

/** What the logs hold of things whose ids do not begin with the prefix, by whomever: the clock as well. */
export async function forgetActs(subjectKind: string, things: readonly { id: string }[]): Promise<void> {
  for (let start = 0; start < things.length; start += ROWS) {
    const some = things.slice(start, start + ROWS).map(({ id }) => id);
    await sweep(() => db().auditEntry.deleteMany({ where: { subjectKind, subjectId: { in: some } }, limit: ROWS }));
  }
}

/** Branches, organisations and stations, with the relations and roles that name them, whoever holds these. */
export async function removePlaces(prefix: string): Promise<void> {
  const id = { startsWith: prefix };
  const limit = ROWS;
  await sweep(() => db().roleGrant.deleteMany({ where: { scopeId: id }, limit }));
  await sweep(() => db().membership.deleteMany({ where: { branchId: id }, limit }));
  await sweep(() => db().employment.deleteMany({ where: { organisationId: id }, limit }));
  await sweep(() => db().assignment.deleteMany({ where: { branchId: id }, limit }));
  await sweep(() => db().figureObjection.deleteMany({ where: { organisationId: id }, limit }));
  await forgetActs("duty", await db().duty.findMany({ where: { organisationId: id }, select: { id: true } }));
  await sweep(() => db().reminderList.deleteMany({ where: { organisationId: id }, limit }));
  await sweep(() => db().duty.deleteMany({ where: { organisationId: id }, limit }));
  await sweep(() => db().dutyAdaptation.deleteMany({ where: { organisationId: id }, limit }));
  await sweep(() => db().branch.deleteMany({ where: { id }, limit }));
  await sweep(() => db().organisation.deleteMany({ where: { id }, limit }));
  await sweep(() => db().station.deleteMany({ where: { id }, limit }));
}

/** Stories of these people and organisations, with their pictures and what the search keeps of them. */
export async function removeStories(prefix: string): Promise<void> {
  const own = { startsWith: prefix };
  const rows = await db().story.findMany({
    where: { OR: [{ authorId: own }, { organisationId: own }, { branchId: own }] },
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  await forgetActs("story", rows);
  await db().searchDocument.deleteMany({ where: { itemId: { in: ids.map((id) => `stories/${id}`) } } });
  await db().story.deleteMany({ where: { id: { in: ids } } });
  await db().storyShelf.deleteMany({ where: { organisationId: own } });
}
