import Database from "better-sqlite3";
import { join } from "node:path";
import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import type { BranchScope } from "@/features/access/types";
import { applyToBranch } from "@/features/applications/mutations/apply";
import { issueJoinCode } from "@/features/applications/mutations/issue-join-code";
import { findJoinCode } from "@/features/applications/queries/find-join-code";
import { recordResults } from "@/features/assignments/mutations/record-results";
import { setAssignments } from "@/features/assignments/mutations/set-assignments";
import { saveAnswers } from "@/features/attempts/mutations/save-answers";
import { submitAttempt } from "@/features/attempts/mutations/submit-attempt";
import { reportDuty } from "@/features/duties/mutations/do-duty";
import { addRobot } from "@/features/channels/mutations/keep-robot";
import { objectToFigure } from "@/features/figures/mutations/object-to-figure";
import { notify } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import { claimProject } from "@/features/projects/mutations/claim-project";
import { decideClaim } from "@/features/projects/mutations/decide-claim";
import { issueProjectLink } from "@/features/projects/mutations/project-link";
import { requestTransfer } from "@/features/transfers/mutations/request-transfer";
import { UNSAVED_TABLES } from "@/lib/backup/source";
import { randomToken } from "@/lib/crypto";
import { inTransaction, db } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { contactOn, propose, publish, TEXT } from "@/tests/factories/projects";
import { submitStory } from "@/tests/factories/stories";
import { giveCertificate } from "@/tests/factories/certificates";
import { dutyLine, makeDuty } from "./duties";
import { beginAttempt, makeQuiz } from "./quiz";
import { makePerson, makePlace, type Person, type Place } from "./world";

/** Things that belong to one member of one place. Their texts carry `secret`, which nobody else may ever see. */
export type Objects = {
  place: Place;
  member: Person;
  secret: string;
  openAttemptId: string;
  closedAttemptId: string;
  receiptId: string;
  /** For having won a contest, with the name masked. */
  certificateId: string;
  noticeId: string;
  loginId: string;
  /** A role of another person of the place. */
  grantId: string;
  /** Set for the member alone, with a record of the officer about them. */
  assignmentId: string;
  /** What the organisation said about one of its figures. */
  objectionId: string;
  /** Somebody who asked to be taken into the branch. */
  applicationId: string;
  /** The member's own request to move to a place that is nobody else's; no side has assented. */
  transferId: string;
  /** 工作关系 of the member. */
  stayId: string;
  /** A line of this year's duty list, which is the whole zone's. */
  lineId: string;
  /** A duty of the organisation, reported with these words, which those above read in their lists. */
  dutyId: string;
  dutyWords: string;
  /** Sent by the member to be looked through, with these words as its title. */
  storyId: string;
  storyWords: string;
  /** Proposed at the place's station, with the secret as its contact. */
  projectId: string;
  /** A published one, approved for the member, with the secret as its contact. */
  claimedProjectId: string;
  claimId: string;
  /** A village's link of the place's station. */
  projectLinkId: string;
  /** The robot of the branch's group. */
  robotId: string;
  /** An officer of the place, above a plain member. */
  officer: Person;
};

/** One member of a place with one of everything that has an id. */
export async function makeObjects(place: Place): Promise<Objects> {
  const now = new Date();
  const secret = `密${place.marker}${newId(now).slice(-6)}`;
  const dutyWords = `示例办结${newId(now).slice(-8)}`;
  const member = await makePerson(place);
  const officer = await makePerson(place, [{ role: "study-officer", scopeKind: "branch", scopeId: place.branchId }]);
  const { memberId } = member;
  const quizId = await makeQuiz({ types: ["fill"] });
  const answered = async (): Promise<{ attemptId: string; answers: Record<string, string[]> }> => {
    const { attemptId, questions } = await beginAttempt(member, quizId);
    const answers = questions.map((question): [string, string[]] => {
      const blanks = question.type === "fill" ? question.blanks : 0;
      return [question.id, Array.from({ length: blanks }, () => secret)];
    });
    return { attemptId, answers: Object.fromEntries(answers) };
  };
  const first = await answered();
  const submission = { revision: 1, answers: first.answers };
  const { receipt } = await submitAttempt({ attemptId: first.attemptId, memberId }, submission, now);
  const second = await answered();
  await saveAnswers({ attemptId: second.attemptId, memberId }, { revision: 1, answers: second.answers }, now);
  await inTransaction((tx) =>
    notify(tx, { memberId, key: "journey:objects", text: `示例通知${secret}`, href: SAYS_ALL, now }),
  );
  const certificateId = await giveCertificate(memberId);
  const assignmentId = await assignTo(place, member, officer);
  const applicationId = await applyTo(place);
  const transferId = await askToMove(member);
  const lineId = await dutyLine();
  const dutyId = await reportOne(place, { evidence: dutyWords, actorId: officer.memberId });
  const objected = await objectToFigure({
    ...{ organisationId: place.organisationId, quarter: quarterOf(businessDateOf(now)), figure: "excused" as const },
    ...{ text: "示例异议，少记了一人", actorId: officer.memberId, now },
  });
  if (!objected.ok) throw new Error(objected.reason);
  const project = await proposeAt(place, secret, memberId);
  const storyWords = `示例厂史${newId(now).slice(-8)}`;
  const storyId = await submitStory(memberId, { title: storyWords, visibility: "organisation" });
  const picture = {
    width: 1,
    height: 1,
    smallWidth: 1,
    weight: 8,
    digest: storyWords,
    organisationId: place.organisationId,
  };
  const bytes = { large: new TextEncoder().encode("RIFFWEBP"), small: new TextEncoder().encode("RIFFWEBP") };
  await db().storyPicture.create({ data: { storyId, number: 1, ...picture, ...bytes, createdAt: now } });
  const robotId = await addRobotTo(place, officer);
  const one = { where: { memberId }, select: { id: true } } as const;
  const [notice, login, stay, grant] = await Promise.all([
    db().notice.findFirstOrThrow(one),
    db().login.findFirstOrThrow(one),
    db().employment.findFirstOrThrow(one),
    db().roleGrant.findFirstOrThrow({ where: { memberId: officer.memberId }, select: { id: true } }),
  ]);
  return {
    ...{ place, member, officer, secret, openAttemptId: second.attemptId, closedAttemptId: first.attemptId },
    ...{ receiptId: receipt.id, certificateId, noticeId: notice.id, loginId: login.id, grantId: grant.id },
    ...{ applicationId, assignmentId, transferId, objectionId: objected.id, lineId, dutyId, dutyWords, robotId },
    ...{ storyId, storyWords, stayId: stay.id },
    ...project,
  };
}

async function reportOne(place: Place, told: { evidence: string; actorId: string }): Promise<string> {
  const dutyId = await makeDuty(place, "示例责任", 30);
  const done = await reportDuty({ dutyId, version: 0, manner: "reported", link: "", ...told, now: new Date() });
  if (!done.ok) throw new Error(done.reason);
  return dutyId;
}

async function proposeAt({ stationId, marker }: Place, secret: string, memberId: string) {
  const now = new Date();
  const area = `示例${marker}村`;
  const contact = { ...contactOn(now), contactName: secret, contactAddress: secret };
  const made = { text: { ...TEXT, area }, contact, now };
  const [projectId, claimedProjectId] = [await propose(stationId, made), await publish(stationId, made)];
  const claimed = await claimProject({
    projectId: claimedProjectId,
    claimant: { kind: "member", id: memberId },
    memberId,
    now,
  });
  if (!claimed.ok) throw new Error(claimed.reason);
  const { claimId } = claimed;
  await decideClaim({ claimId, act: "approve", words: "", actorId: "publisher", now });
  const projectLinkId = (await issueProjectLink({ stationId, area, days: 30, actorId: "writer", now })) ?? "";
  return { projectId, claimedProjectId, claimId, projectLinkId };
}

async function askToMove({ memberId }: Person): Promise<string> {
  const [now, target] = [new Date(), await makePlace()];
  const asked = await requestTransfer({
    ...{ memberId, kind: "membership", toId: target.branchId, since: businessDateOf(now), reason: "", workNumber: "" },
    ...{ assents: [], actorId: memberId, now },
  });
  if (!asked.ok) throw new Error(asked.detail);
  return asked.id;
}

async function addRobotTo({ branchId, marker }: Place, { memberId: actorId }: Person): Promise<string> {
  const address = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-example-${marker}`;
  const name = `示例群${marker}`;
  const added = await addRobot({ branchId, kind: "wecom", name, address, secret: "", actorId, now: new Date() });
  if (!added.ok) throw new Error(added.detail);
  return added.id;
}

async function applyTo({ branchId }: Place): Promise<string> {
  const [now, secret] = [new Date(), randomToken()];
  await issueJoinCode({ branchId, days: 30, actorId: "officer", now });
  const { token = "" } = (await findJoinCode({ branchId } as BranchScope, now)) ?? {};
  const login = `136${String(now.getTime()).slice(-8)}`;
  await applyToBranch({ token, secret, name: "示例申请人", login, address: branchId, now });
  return (await db().application.findFirstOrThrow({ where: { branchId }, select: { id: true } })).id;
}

async function assignTo({ branchId }: Place, member: Person, officer: Person): Promise<string> {
  const now = new Date();
  const today = businessDateOf(now);
  const { id } = await db().contentItem.findFirstOrThrow({
    where: { kind: "lesson", retiredAt: null },
    select: { id: true },
  });
  const act = { branchId, actorId: officer.memberId, memberIds: [member.memberId], note: "", now };
  const made = await setAssignments({ ...act, targets: [{ kind: "lesson", id }], dueOn: today });
  if (!made.ok) throw new Error(made.detail);
  const assignmentId = made.ids[0] ?? "";
  await recordResults({ ...act, assignmentId, kind: "offline", manner: "talk", on: today });
  return assignmentId;
}

/**
 * Every row of the database that names one of the given ids, as text: what must be the same after everybody was refused.
 * What the journeys of other workers do at the same time is not in it.
 */
export function rowsAbout(ids: readonly string[]): Record<string, string[]> {
  const file = new Database(join(process.env["E2E_DATA_DIR"] ?? "", "zhijian.db"), { readonly: true });
  try {
    const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    // 党史天天谈 comes by the clock, whoever acts.
    const byClock = (row: string) => row.includes('"push:');
    return Object.fromEntries(
      tables
        .filter((table) => table !== "push" && !UNSAVED_TABLES.includes(table))
        .map((table): [string, string[]] => {
          const rows = file.prepare(`SELECT * FROM "${table}"`).all();
          return [
            table,
            rows.map((row) => JSON.stringify(row)).filter((row) => !byClock(row) && ids.some((id) => row.includes(id))),
          ];
        }),
    );
  } finally {
    file.close();
  }
}
