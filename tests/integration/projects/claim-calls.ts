import { vi } from "vitest";
import { POST as claim } from "@/app/api/v1/projects/[id]/claims/route";
import { DELETE as withdraw } from "@/app/api/v1/claims/[id]/route";
import { POST as note } from "@/app/api/v1/claims/[id]/notes/route";
import { PUT as complete } from "@/app/api/v1/claims/[id]/completion/route";
import { POST as look } from "@/app/api/v1/claims/[id]/contact/route";
import type { StationAct } from "@/domain/projects/claims";
import { decideClaim } from "@/features/projects/mutations/decide-claim";
import type { ClaimReply } from "@/features/projects/schema";
import { db } from "@/lib/db";
import { cookieOf } from "@/tests/factories/sign-in";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { callRoute, type Call } from "@/tests/support/api-calls";
import { expectConforms } from "@/tests/support/conformance";

/** Claims as a phone makes them: through the handlers of the API, at a time of the test's own. */
export const START = new Date("2026-11-22T04:00:00Z");
export const clock = { value: START };
vi.mock("@/lib/clock", () => ({ now: () => clock.value }));

export const later = (days: number) => new Date(START.getTime() + days * 24 * 60 * 60 * 1000);
const cookies = new Map<string, string>();
export const cookie = async (memberId: string): Promise<string> => {
  const known = cookies.get(memberId) ?? (await cookieOf(memberId));
  cookies.set(memberId, known);
  return known;
};

type Handler = typeof claim | typeof withdraw | typeof note | typeof complete | typeof look;
type Answer = { status: number; claim: ClaimReply; text: string };

async function ask(name: string, handler: Handler, memberId: string, call: Call, id: string): Promise<Answer> {
  const sent = { ...call, cookie: await cookie(memberId) };
  const reply = await callRoute(handler as typeof withdraw, sent, { id });
  await expectConforms(name, reply.status, reply.body);
  return { status: reply.status, claim: reply.body as ClaimReply, text: reply.text };
}
export const doClaim = (memberId: string, projectId: string, body: object = {}) =>
  ask("claimProject", claim, memberId, { method: "POST", path: `/projects/${projectId}/claims`, body }, projectId);
export const doWithdraw = (memberId: string, id: string) =>
  ask("withdrawClaim", withdraw, memberId, { method: "DELETE", path: `/claims/${id}` }, id);
export const doNote = (memberId: string, id: string, noteKey = "note-key-1", text = "约好了") =>
  ask("noteOnClaim", note, memberId, { method: "POST", path: `/claims/${id}/notes`, body: { noteKey, text } }, id);
export const doComplete = (memberId: string, id: string, text = "送到了") =>
  ask("completeClaim", complete, memberId, { method: "PUT", path: `/claims/${id}/completion`, body: { text } }, id);
export const doLook = (memberId: string, id: string) =>
  ask("lookAtContact", look, memberId, { method: "POST", path: `/claims/${id}/contact` }, id);
export const decide = (claimId: string, act: StationAct, actorId = "publisher", words = "示例的话") =>
  decideClaim({ claimId, act, words, actorId, now: clock.value });
export const stateOf = async (id: string) => (await db().projectClaim.findUniqueOrThrow({ where: { id } })).state;
export const points = (memberId: string) =>
  db().pointsEntry.findMany({ where: { memberId }, select: { value: true, source: true } });

export async function addPeople(): Promise<void> {
  await addStation("s1");
  await addOrganisation("o1", "s1");
  await addBranch("b1", "s1");
  await addBranch("b2", "s1");
  for (const id of ["anna", "bella", "clara", "secretary", "worker"])
    await addMember({ id, branchId: "b1", organisationId: "o1" });
  const role = (memberId: string, name: string, scopeKind: string, scopeId: string) =>
    db().roleGrant.create({ data: { memberId, role: name, scopeKind, scopeId, since: "2020-01-01" } });
  await role("secretary", "branch-secretary", "branch", "b1");
  await role("worker", "party-worker", "organisation", "o1");
}

export async function startAnew(): Promise<void> {
  clock.value = START;
  cookies.clear();
  await db().projectClaim.deleteMany();
  await db().project.deleteMany();
  await db().pointsTotal.deleteMany();
  await db().pointsEntry.deleteMany();
}
