import { addDays } from "@/domain/calendar/plain-date";
import { quarterOf } from "@/domain/calendar/shanghai";
import { applyToBranch } from "@/features/applications/mutations/apply";
import { issueJoinCode } from "@/features/applications/mutations/issue-join-code";
import { findJoinCode } from "@/features/applications/queries/find-join-code";
import type { BranchScope } from "@/features/access/types";
import { submitContest } from "@/features/contests/mutations/step-contest";
import { saveProposal } from "@/features/proposals/mutations/save-proposal";
import { submitProposal } from "@/features/proposals/mutations/submit-proposal";
import { randomToken } from "@/lib/crypto";
import { addRobot } from "@/features/channels/mutations/keep-robot";
import { db } from "@/lib/db";
import { addStudy, assign, lesson } from "@/tests/factories/assignments";
import { addBank, planAt, saveDraft } from "@/tests/factories/contests";
import { completeDraft } from "@/tests/factories/drafts";
import { makePerson, makePlace, nextNumber, SINCE, TODAY, type Place } from "@/tests/factories/people";
import { committeeOf, secretaryOf, workerOf, ask, idOf } from "@/tests/factories/transfers";

/** Who works at which desk, and a second place. */
export type World = { place: Place; other: Place; secretary: string; worker: string; committee: string; admin: string };

export async function makeWorld(): Promise<World> {
  const [place, other] = [await makePlace(), await makePlace()];
  const holder = async (role: Parameters<typeof makePerson>[1]) => (await makePerson(place, role)).memberId;
  return {
    ...{ place, other },
    secretary: await holder({ roles: [secretaryOf(place)] }),
    worker: await holder({ roles: [workerOf(place)] }),
    committee: await holder({ roles: [committeeOf()] }),
    admin: await holder({ roles: [{ role: "administrator", scopeKind: "zone", scopeId: "" }] }),
  };
}

/** Makes what the action needs and says who does it and with which input, so that it succeeds. */
export type Scenario = (world: World) => Promise<{ as: string; input: unknown }>;

const now = new Date();
export const by = { actorId: "somebody", now };
const TOMORROW = addDays(TODAY, 1);

export const someone = async (place: Place, over = {}) => (await makePerson(place, over)).memberId;
/** Somebody who has not come in yet. */
export async function waiting(place: Place): Promise<string> {
  const memberId = await someone(place);
  await db().member.update({ where: { id: memberId }, data: { state: "invited" } });
  return memberId;
}

export const login = () => `GW-${nextNumber()}`;
export const name = (what: string) => `${what}${nextNumber()}`;

export const version = { version: 0 };

export async function emptyStation(): Promise<string> {
  return (await db().station.create({ data: { name: name("空站") }, select: { id: true } })).id;
}

export async function emptyBranch({ place }: World): Promise<string> {
  const data = { name: name("空支部"), kind: "joint", stationId: place.stationId };
  return (await db().branch.create({ data, select: { id: true } })).id;
}

export async function emptyOrganisation({ place }: World) {
  const number = nextNumber();
  const [title, shortCode] = [`空单位${number}`, `K${number}`.padEnd(2, "0")];
  const facts = { kind: "social", name: title, shortCode, stationId: place.stationId } as const;
  const { id } = await db().organisation.create({ data: { ...facts, nameKey: title }, select: { id: true } });
  return { id, facts };
}

export async function application({ place }: World): Promise<{ applicationId: string; branchId: string }> {
  const { branchId } = place;
  await issueJoinCode({ branchId, days: 30, ...by });
  const token = (await findJoinCode({ branchId } as BranchScope, now))?.token ?? "";
  const phone = `135${String(nextNumber()).padStart(8, "0")}`;
  await applyToBranch({ token, secret: randomToken(), name: "王申请", login: phone, address: "a", now });
  const row = await db().application.findFirstOrThrow({ where: { branchId, state: "open" }, orderBy: { id: "desc" } });
  return { applicationId: row.id, branchId };
}

export async function grantOf(place: Place): Promise<string> {
  const memberId = await someone(place, { roles: [secretaryOf(place)] });
  return (await db().roleGrant.findFirstOrThrow({ where: { memberId } })).id;
}

export async function transfer({ place, other, secretary }: World): Promise<string> {
  const person = { memberId: await someone(place), login: "" };
  const holders = { secretary: { memberId: secretary, login: "" }, receiver: { memberId: secretary, login: "" } };
  return idOf(await ask({ from: place, to: other, person, ...holders }));
}

export async function study({ place }: World): Promise<string> {
  return assign({ branchId: place.branchId, targets: lesson(await lessonId()), now, dueOn: addDays(TODAY, 7) });
}

async function proposal(writer: string, isSubmitted: boolean): Promise<string> {
  const content = completeDraft({ stem: `第${nextNumber()}个问题，会议在哪座城市召开？` });
  const actor = { actorId: writer, now };
  const saved = await saveProposal({ proposalId: "", version: 0, questionId: "", content, ...actor });
  if (!saved.ok) throw new Error(saved.detail);
  if (isSubmitted) await submitProposal({ proposalId: saved.proposalId, version: saved.version, ...actor });
  return saved.proposalId;
}

export async function step(world: World, { as, isSubmitted = false }: { as: string; isSubmitted?: boolean }) {
  const proposalId = await proposal(world.committee, isSubmitted);
  const row = await db().questionProposal.findUniqueOrThrow({ where: { id: proposalId }, select: { version: true } });
  return { as, input: { proposalId, version: row.version } };
}

/** A lesson of the library; its id. */
export const lessonId = (): Promise<string> => addStudy(`lessons/log/${String(nextNumber()).padStart(2, "0")}-one`);

/** A question of the library; its id. */
export async function question(): Promise<string> {
  return `of-${(await lessonId()).replaceAll("/", "-")}`;
}

export const about = async ({ place, secretary }: World, more: object) => ({
  as: secretary,
  input: { memberId: await someone(place), ...more },
});

export async function objection({ place, worker }: World): Promise<string> {
  const data = { organisationId: place.organisationId, quarter: quarterOf(TODAY), figure: "recall", shown: "1 / 2" };
  const row = await db().figureObjection.create({ data: { ...data, text: "示例异议", createdById: worker } });
  return row.id;
}

/** A term that ends soon, so that it can be renewed. */
export async function endingGrant(place: Place): Promise<string> {
  const grantId = await grantOf(place);
  await db().roleGrant.update({ where: { id: grantId }, data: { since: SINCE, until: TOMORROW } });
  return grantId;
}

/** A contest drawn up by the committee, and sent to review where asked. */
export async function contest({ committee }: World, { isSubmitted }: { isSubmitted: boolean }) {
  const [actorId, start] = [committee, new Date()];
  await addBank(name("contest"), { count: 4 });
  const contestId = await saveDraft(planAt(start), { actorId, now: start });
  if (!isSubmitted) return { contestId, version: 0 };
  const submitted = await submitContest({ contestId, version: 0, actorId, now: start });
  if (!submitted.ok) throw new Error(submitted.detail);
  return { contestId, version: 1 };
}

export const robotInput = ({ place }: World) => ({
  ...{ branchId: place.branchId, kind: "wecom" as const, name: name("示例群"), secret: "" },
  address: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-example-${nextNumber()}`,
});

/** A robot of the branch. */
export async function robot(w: World): Promise<string> {
  const added = await addRobot({ ...robotInput(w), ...by });
  if (!added.ok) throw new Error(added.detail);
  return added.id;
}
