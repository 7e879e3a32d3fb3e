import { addDays } from "@/domain/calendar/plain-date";
import { quarterOf } from "@/domain/calendar/shanghai";
import { issueJoinCode } from "@/features/applications/mutations/issue-join-code";
import { recordLoadedLibrary } from "@/features/installation/mutations";
import { randomToken } from "@/lib/crypto";
import { db } from "@/lib/db";
import { planAt } from "@/tests/factories/contests";
import { DUTY_SCENARIOS } from "./duty-scenarios";
import { RECORD_SCENARIOS } from "./record-scenarios";
import { RETURNING_SCENARIOS } from "./returning-scenarios";
import { PUBLISHING_SCENARIOS } from "./publishing-scenarios";
import { completeDraft } from "@/tests/factories/drafts";
import { makePerson, nextNumber, TODAY } from "@/tests/factories/people";
import { committeeOf, secretaryOf } from "@/tests/factories/transfers";
import {
  about,
  application,
  by,
  contest,
  emptyBranch,
  emptyOrganisation,
  emptyStation,
  endingGrant,
  grantOf,
  lessonId,
  login,
  name,
  objection,
  question,
  robot,
  robotInput,
  someone,
  step,
  study,
  transfer,
  version,
  waiting,
  type Scenario,
  type World,
} from "./console-setting";
import { projectContact, projectText } from "@/tests/e2e/support/classified-actions";
import { issueProjectLink } from "@/features/projects/mutations/project-link";
import { claimProject } from "@/features/projects/mutations/claim-project";
import { propose, publish } from "@/tests/factories/projects";

/** Waits for its first look, written by somebody else. */
const proposed = async ({ place }: World) => ({ projectId: await propose(place.stationId), ...version });

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  acceptApplicationAction: async (w) => ({ as: w.secretary, input: { ...(await application(w)), standing: "full" } }),
  acceptLibraryAction: async (w) => {
    const digest = "d".repeat(64);
    await recordLoadedLibrary(digest);
    return { as: w.committee, input: { digest, reviewer: "示例审核人" } };
  },
  addBranchAction: async (w) => ({
    as: w.committee,
    input: { name: name("新支部"), hostOrganisationId: "", stationId: w.place.stationId },
  }),
  addLoginAction: async (w) => about(w, { login: `${w.place.shortCode}-${nextNumber()}` }),
  addOrganisationAction: async (w) => ({
    as: w.committee,
    input: { kind: "social", name: name("新单位"), shortCode: `N${nextNumber()}A`, stationId: w.place.stationId },
  }),
  ...DUTY_SCENARIOS,
  ...PUBLISHING_SCENARIOS,
  ...RECORD_SCENARIOS,
  ...RETURNING_SCENARIOS,
  addPersonAction: async (w) => ({
    as: w.committee,
    input: { name: "王新人", standing: "full", login: login(), branchId: w.place.branchId, since: TODAY },
  }),
  addRobotAction: async (w) => ({ as: w.secretary, input: robotInput(w) }),
  addStationAction: async (w) => ({ as: w.committee, input: { name: name("新站") } }),
  answerFeedbackAction: async (w) => {
    const data = { kind: "suggestion", targetKind: "product", text: "示例建议" };
    const { id } = await db().feedback.create({ data });
    return { as: w.committee, input: { feedbackIds: id, answer: "示例答复" } };
  },
  rerunJobAction: async (w) => {
    const period = `2026-11-${10 + (nextNumber() % 20)}`;
    const times = { at: new Date(), startedAt: new Date(), finishedAt: new Date() };
    await db().jobRun.create({ data: { job: "settle-moves", period, state: "failed", ...times } });
    return { as: w.committee, input: { job: "settle-moves", period } };
  },
  answerSeasonObjectionAction: async (w) => {
    const memberId = await someone(w.place);
    const quarter = "2026Q4";
    await db().seasonEntry.create({ data: { quarter, memberId, joinedAt: new Date() } });
    const openKey = `${quarter}:${memberId}`;
    const data = { quarter, memberId, about: "points", text: "示例异议", openKey, createdAt: new Date() };
    const { id } = await db().seasonObjection.create({ data });
    return { as: w.committee, input: { objectionId: id, answer: "示例答复", memberId, points: "2" } };
  },
  answerObjectionAction: async (w) => ({
    as: w.committee,
    input: { objectionId: await objection(w), answer: "示例答复" },
  }),
  assentTransferAction: async (w) => {
    const receiver = await someone(w.other, { roles: [secretaryOf(w.other)] });
    return { as: receiver, input: { transferId: await transfer(w) } };
  },
  createBranchAction: async (w) => ({ as: w.admin, input: { name: name("新支部"), stationId: w.place.stationId } }),
  createInvitationAction: async (w) => ({ as: w.secretary, input: { memberId: await waiting(w.place) } }),
  createMemberAction: async (w) => ({
    as: w.admin,
    input: { name: "王新人", standing: "full", login: login(), branchId: w.place.branchId },
  }),
  createOrganisationAction: async (w) => ({
    as: w.admin,
    input: { kind: "social", name: name("新单位"), shortCode: `M${nextNumber()}A`, stationId: w.place.stationId },
  }),
  createStationsAction: async (w) => ({ as: w.admin, input: { names: name("新站") } }),
  deactivateAction: async (w) => ({ as: w.committee, input: { memberId: await someone(w.place), reason: "示例理由" } }),
  decideTransferAction: async (w) => ({ as: w.committee, input: { transferId: await transfer(w) } }),
  editBranchAction: async (w) => ({
    as: w.committee,
    input: { ...version, id: await emptyBranch(w), name: name("改名支部"), stationId: w.place.stationId },
  }),
  editOrganisationAction: async (w) => {
    const { id, facts } = await emptyOrganisation(w);
    return { as: w.committee, input: { ...facts, ...version, id, name: name("改名单位") } };
  },
  editPersonAction: async (w) => about(w, { ...version, name: "王改名", standing: "full", timeFactor: 100 }),
  editStationAction: async (w) => ({
    as: w.committee,
    input: { ...version, id: await emptyStation(), name: name("改名站"), position: 1 },
  }),
  grantRoleAction: async (w) => ({
    as: w.committee,
    input: {
      ...{ memberId: await someone(w.place), role: "study-officer", scope: `branch:${w.place.branchId}` },
      ...{ since: TODAY, until: "" },
    },
  }),
  issueCodeAction: async (w) => about(w, {}),
  issueJoinCodeAction: async (w) => ({ as: w.secretary, input: { branchId: w.place.branchId, days: 30 } }),
  leaveZoneAction: async (w) => ({ as: w.committee, input: { memberId: await someone(w.place), on: TODAY } }),
  mergeMembersAction: async (w) => ({
    as: w.committee,
    input: { keptId: await someone(w.place), goneId: await someone(w.place), sure: "yes" },
  }),
  nameAdministratorAction: async (w) => ({ as: w.admin, input: { name: "王管理" } }),
  nameCommitteeMemberAction: async (w) => ({ as: w.admin, input: { name: "王工委", login: login(), stationId: "" } }),
  objectToFigureAction: async (w) => ({
    as: w.worker,
    input: {
      ...{ organisationId: w.place.organisationId, quarter: quarterOf(TODAY) },
      ...{ figure: "assigned", text: "示例异议，应该多一些" },
    },
  }),
  decideClaimAction: async (w) => {
    const memberId = await someone(w.place);
    const projectId = await publish(w.place.stationId);
    const claimant = { kind: "member", id: memberId } as const;
    const made = await claimProject({ projectId, claimant, memberId, now: by.now });
    return { as: w.committee, input: { claimId: made.ok ? made.claimId : "", act: "approve", words: "" } };
  },
  editProjectAction: async (w) => ({ as: w.committee, input: { ...(await proposed(w)), ...projectText } }),
  issueProjectLinkAction: async (w) => ({
    as: w.committee,
    input: { stationId: w.place.stationId, area: "示例村", days: 30 },
  }),
  passProjectAction: async (w) => ({ as: w.committee, input: await proposed(w) }),
  proposeProjectAction: async (w) => ({
    as: w.committee,
    input: {
      ...{ stationId: w.place.stationId, submissionKey: randomToken(), ...projectText, ...projectContact },
    },
  }),
  replaceContactAction: async (w) => ({ as: w.committee, input: { ...(await proposed(w)), ...projectContact } }),
  revokeProjectLinkAction: async (w) => {
    const { stationId } = w.place;
    return {
      as: w.committee,
      input: { linkId: await issueProjectLink({ stationId, area: "示例村", days: 30, ...by }) },
    };
  },
  turnDownProjectAction: async (w) => ({
    as: w.committee,
    input: { ...(await proposed(w)), step: "return", reason: "示例理由" },
  }),
  recordResultsAction: async (w) => ({
    as: w.secretary,
    input: {
      ...{ assignmentId: await study(w), memberIds: await someone(w.place), note: "" },
      ...{ kind: "excused", manner: "leave" },
    },
  }),
  refuseApplicationAction: async (w) => ({ as: w.secretary, input: { ...(await application(w)), reason: "示例理由" } }),
  refuseTransferAction: async (w) => {
    const receiver = await someone(w.other, { roles: [secretaryOf(w.other)] });
    return { as: receiver, input: { transferId: await transfer(w), reason: "示例理由" } };
  },
  releaseContestAction: async (w) => {
    const reviewer = await someone(w.place, { roles: [committeeOf()] });
    return { as: reviewer, input: await contest(w, { isSubmitted: true }) };
  },
  returnContestAction: async (w) => {
    const reviewer = await someone(w.place, { roles: [committeeOf()] });
    return { as: reviewer, input: { ...(await contest(w, { isSubmitted: true })), note: "示例理由" } };
  },
  saveContestAction: async (w) => ({
    as: w.committee,
    input: { contestId: "", version: 0, ...planAt(new Date()) },
  }),
  submitContestAction: async (w) => ({ as: w.committee, input: await contest(w, { isSubmitted: false }) }),
  withdrawContestAction: async (w) => ({ as: w.committee, input: await contest(w, { isSubmitted: true }) }),
  releaseProposalAction: async (w) =>
    step(w, { as: await someone(w.place, { roles: [committeeOf()] }), isSubmitted: true }),
  renewRoleAction: async (w) => ({
    as: w.committee,
    input: { grantId: await endingGrant(w.place), until: addDays(TODAY, 400) },
  }),
  requestByLoginAction: async (w) => {
    const typed = login();
    const person = await makePerson(w.other, { name: "王转来", login: typed, organisationId: null });
    const { name: to } = await db().branch.findUniqueOrThrow({ where: { id: w.place.branchId } });
    const move = { kind: "membership", to, since: TODAY, reason: "" };
    return { as: w.secretary, input: { ...move, name: "王转来", login: person.login } };
  },
  requestTransferAction: async (w) => {
    const { name: to } = await db().branch.findUniqueOrThrow({ where: { id: w.other.branchId } });
    return about(w, { kind: "membership", to, since: TODAY });
  },
  restoreAction: async (w) => {
    const targetId = await lessonId();
    const data = { targetKind: "lesson", targetId, reason: "示例理由", takenById: w.committee };
    return { as: w.committee, input: { takedownId: (await db().takedown.create({ data })).id } };
  },
  restoreMemberAction: async (w) => {
    const memberId = await someone(w.place);
    await db().member.update({ where: { id: memberId }, data: { state: "inactive" } });
    return { as: w.committee, input: { memberId, reason: "示例理由" } };
  },
  retireQuestionAction: async (w) => ({
    as: w.committee,
    input: { questionId: await question(), reason: "示例理由" },
  }),
  returnProposalAction: async (w) => {
    const reviewer = await someone(w.place, { roles: [committeeOf()] });
    const { input } = await step(w, { as: reviewer, isSubmitted: true });
    return { as: reviewer, input: { ...input, note: "示例理由" } };
  },
  revokeInvitationsAction: async (w) => about(w, {}),
  revokeJoinCodeAction: async (w) => {
    await issueJoinCode({ branchId: w.place.branchId, days: 30, ...by });
    return { as: w.secretary, input: { branchId: w.place.branchId } };
  },
  revokeRoleAction: async (w) => ({ as: w.committee, input: { grantId: await grantOf(w.place) } }),
  saveProposalAction: async (w) => ({
    as: w.committee,
    input: { proposalId: "", version: 0, questionId: "", content: completeDraft() },
  }),
  setAssignmentsAction: async (w) => {
    const id = await lessonId();
    const due = { due: "other", otherDue: addDays(TODAY, 7) };
    return {
      as: w.secretary,
      input: { branchId: w.place.branchId, targets: `lesson:${id}`, whom: "whole", note: "", ...due },
    };
  },
  setBranchStateAction: async (w) => ({
    as: w.committee,
    input: { ...version, id: await emptyBranch(w), state: "closed" },
  }),
  setOrganisationStateAction: async (w) => ({
    as: w.committee,
    input: { ...version, id: (await emptyOrganisation(w)).id, state: "closed" },
  }),
  removeRobotAction: async (w) => ({ as: w.secretary, input: { robotId: await robot(w) } }),
  setPushHourAction: async (w) => ({ as: w.secretary, input: { branchId: w.place.branchId, at: "08:00" } }),
  setStationStateAction: async (w) => ({
    as: w.committee,
    input: { ...version, id: await emptyStation(), state: "closed" },
  }),
  settleUpstreamAction: async (w) => {
    const [questionId, upstreamId] = [await question(), `upstream-${nextNumber()}`];
    await db().question.update({ where: { id: questionId }, data: { upstreamId } });
    return { as: w.committee, input: { questionId, upstreamId, choice: "ours" } };
  },
  submitProposalAction: async (w) => step(w, { as: w.committee }),
  takeDownAction: async (w) => {
    const targetId = await lessonId();
    return { as: w.committee, input: { targetKind: "lesson", targetId, reason: "示例理由" } };
  },
  voidQuestionAction: async (w) => ({ as: w.committee, input: { questionId: await question(), reason: "示例理由" } }),
  withdrawAssignmentAction: async (w) => ({ as: w.secretary, input: { assignmentId: await study(w) } }),
  withdrawProposalAction: async (w) => step(w, { as: w.committee, isSubmitted: true }),
};
