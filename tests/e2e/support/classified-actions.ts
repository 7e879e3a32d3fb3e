import { emptyDraft } from "@/domain/quizzes/draft";
import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { planAt } from "@/tests/factories/contests";
import { CHANNEL_ACTIONS } from "./classified-channels";
import { RECORD_ACTIONS } from "./classified-records";
import { RETURNING_ACTIONS } from "./classified-returning";
import { STORY_ACTIONS } from "./classified-stories";
import type { Place } from "./world";

const NOBODYS = "00000000-0000-7000-8000-000000000000";

/** Whom an action may serve at all, and an input of the right form that would do something if it were not refused. */
type Input = (target: { place: Place; memberId: string }) => unknown;
type ActionClass = { kind: "anyone" | "member" | "console"; input: Input };

export const projectText = {
  ...{ kind: "wish", area: "示例混入村", category: "goods", title: "示例混入项目", need: "示例混入的内容" },
  ...{ conditions: "", days: 30 },
};
export const projectContact = {
  ...{ isUnder14: "no", contactKind: "station", contactName: "", contactAddress: "", contactPhone: "" },
  ...{ consentBy: "person", consentOn: businessDateOf(new Date()), consentHow: "written" },
};

const nothing: Input = () => undefined;
const someone: Input = ({ memberId }) => ({ memberId });

const DUTY_LINE = {
  ...{ title: "示例混入", ask: "示例", rhythm: "monthly", onDate: "", daysBefore: 5, effort: 10, source: "reported" },
};

const CORRECTION = { wrong: "示例混入", correct: "示例", correctedOn: "2026-11-22", feedbackIds: "" };
const ERRATUM = { key: NOBODYS, targetKind: "entry", targetId: "daily/02-31", ...CORRECTION };

export const ACTIONS: Readonly<Record<string, ActionClass>> = {
  acceptApplicationAction: {
    kind: "console",
    input: ({ place }) => ({ applicationId: NOBODYS, branchId: place.branchId, standing: "full" }),
  },
  acceptByOidcAction: { kind: "anyone", input: nothing },
  acceptInvitationAction: { kind: "anyone", input: nothing },
  acceptLibraryAction: { kind: "console", input: () => ({ digest: "d".repeat(64), reviewer: "示例审核人" }) },
  addBranchAction: {
    kind: "console",
    input: ({ place }) => ({ name: "示例混入支部", hostOrganisationId: place.organisationId, stationId: "" }),
  },
  addLoginAction: { kind: "console", input: ({ memberId }) => ({ memberId, login: "MIX-0003" }) },
  addOrganisationAction: {
    kind: "console",
    input: ({ place }) => ({ kind: "social", name: "示例混入", shortCode: "MIX2", stationId: place.stationId }),
  },
  addPersonAction: {
    kind: "console",
    input: ({ place }) => ({
      ...{ name: "示例混入", standing: "full", login: "MIX-0004", branchId: place.branchId, since: "2026-01-01" },
    }),
  },
  addStationAction: { kind: "console", input: () => ({ name: "示例混入站" }) },
  applyAction: { kind: "anyone", input: nothing },
  rerunJobAction: { kind: "console", input: () => ({ job: "purge-tokens", period: "2026-11-20" }) },
  adaptLineAction: {
    kind: "console",
    input: ({ place }) => ({
      id: place.organisationId,
      version: 0,
      lineId: NOBODYS,
      isLeftOut: "1",
      reason: "示例理由",
    }),
  },
  addLineAction: { kind: "console", input: () => ({ year: "2099", ...DUTY_LINE }) },
  confirmDutiesAction: { kind: "console", input: () => ({ duties: `${NOBODYS}:0` }) },
  deferDutyAction: {
    kind: "console",
    input: () => ({ dutyId: NOBODYS, version: 0, until: "2099-01-04", reason: "overhaul", note: "" }),
  },
  reportDutyAction: { kind: "console", input: () => ({ dutyId: NOBODYS, version: 0, evidence: "示例", link: "" }) },
  returnDutyAction: { kind: "console", input: () => ({ dutyId: NOBODYS, version: 0, reason: "示例理由" }) },
  takeBackDutyAction: { kind: "console", input: () => ({ dutyId: NOBODYS, version: 0 }) },
  editLineAction: { kind: "console", input: () => ({ id: NOBODYS, version: 0, ...DUTY_LINE }) },
  issueTemplateAction: { kind: "console", input: () => ({ year: "2099", version: 0 }) },
  openTemplateAction: { kind: "console", input: () => ({ year: "2099" }) },
  setLineStateAction: { kind: "console", input: () => ({ id: NOBODYS, version: 0, state: "removed" }) },
  answerObjectionAction: { kind: "console", input: () => ({ objectionId: NOBODYS, answer: "示例答复" }) },
  answerSeasonObjectionAction: {
    kind: "console",
    input: () => ({ objectionId: NOBODYS, answer: "示例答复", memberId: NOBODYS, points: "" }),
  },
  objectToSeasonAction: {
    kind: "member",
    input: () => ({ quarter: "2026Q4", about: "points", text: "示例异议的文字" }),
  },
  publishErratumAction: { kind: "console", input: () => ERRATUM },
  revokeErratumAction: { kind: "console", input: () => ({ erratumId: NOBODYS, reason: "示例理由" }) },
  answerFeedbackAction: { kind: "console", input: () => ({ feedbackIds: NOBODYS, answer: "示例答复" }) },
  assentTransferAction: { kind: "console", input: () => ({ transferId: NOBODYS }) },
  changePasswordAction: { kind: "member", input: () => ({ current: "x", next: "y", again: "y" }) },
  chooseRoleAction: { kind: "member", input: () => ({ grantId: NOBODYS }) },
  closeAllSessionsAction: { kind: "member", input: nothing },
  createBranchAction: {
    kind: "console",
    input: ({ place }) => ({
      name: "示例混入支部",
      hostOrganisationId: place.organisationId,
      stationId: place.stationId,
    }),
  },
  createInvitationAction: { kind: "console", input: someone },
  createMemberAction: {
    kind: "console",
    input: ({ place }) => ({ name: "示例混入", standing: "full", login: "MIX-0001", branchId: place.branchId }),
  },
  createOrganisationAction: {
    kind: "console",
    input: ({ place }) => ({ kind: "social", name: "示例混入", shortCode: "MIX1", stationId: place.stationId }),
  },
  createStationsAction: { kind: "console", input: () => ({ names: "示例混入站" }) },
  decideTransferAction: { kind: "console", input: () => ({ transferId: NOBODYS }) },
  deactivateAction: { kind: "console", input: ({ memberId }) => ({ memberId, reason: "示例理由" }) },
  editBranchAction: {
    kind: "console",
    input: ({ place }) => ({
      ...{ id: place.branchId, version: 0, name: "示例混入支部" },
      ...{ hostOrganisationId: place.organisationId, stationId: "" },
    }),
  },
  editOrganisationAction: {
    kind: "console",
    input: ({ place }) => ({
      ...{ id: place.organisationId, version: 0, kind: "social", name: "示例混入" },
      ...{ shortCode: "MIX3", stationId: place.stationId },
    }),
  },
  editPersonAction: {
    kind: "console",
    input: ({ memberId }) => ({ memberId, version: 0, name: "示例混入", standing: "full", timeFactor: 100 }),
  },
  editStationAction: {
    kind: "console",
    input: ({ place }) => ({ id: place.stationId, version: 0, name: "示例混入站", position: 1 }),
  },
  grantRoleAction: {
    kind: "console",
    input: ({ place, memberId }) => ({
      ...{ memberId, role: "study-officer", scope: `branch:${place.branchId}`, since: "2026-01-01", until: "" },
    }),
  },
  issueJoinCodeAction: { kind: "console", input: ({ place }) => ({ branchId: place.branchId, days: 30 }) },
  keepSecretAction: { kind: "anyone", input: nothing },
  issueCodeAction: { kind: "console", input: someone },
  linkOidcAction: { kind: "member", input: nothing },
  mergeMembersAction: {
    kind: "console",
    input: ({ memberId }) => ({ keptId: memberId, goneId: memberId, sure: "yes" }),
  },
  nameAdministratorAction: { kind: "console", input: () => ({ name: "示例混入" }) },
  nameCommitteeMemberAction: { kind: "console", input: () => ({ name: "示例混入", login: "MIX-0002" }) },
  objectToResultAction: { kind: "member", input: () => ({ assignmentId: NOBODYS, words: "示例理由" }) },
  recordResultsAction: {
    kind: "console",
    input: ({ memberId }) => ({
      ...{ assignmentId: NOBODYS, memberIds: memberId, kind: "excused", manner: "leave", note: "" },
    }),
  },
  openAccountAction: { kind: "anyone", input: nothing },
  refuseApplicationAction: {
    kind: "console",
    input: ({ place }) => ({ applicationId: NOBODYS, branchId: place.branchId, reason: "示例理由" }),
  },
  revokeJoinCodeAction: { kind: "console", input: ({ place }) => ({ branchId: place.branchId }) },
  withdrawApplicationAction: { kind: "anyone", input: nothing },
  refuseTransferAction: { kind: "console", input: () => ({ transferId: NOBODYS, reason: "示例理由" }) },
  requestByLoginAction: {
    kind: "console",
    input: ({ place }) => ({
      ...{ name: "示例混入", login: "MIX-0005", kind: "membership", to: place.marker, since: "2026-12-01" },
    }),
  },
  requestOwnTransferAction: {
    kind: "member",
    input: () => ({ kind: "membership", to: "示例没有的支部", since: "2026-12-01" }),
  },
  requestTransferAction: {
    kind: "console",
    input: ({ place, memberId }) => ({
      ...{ memberId, kind: "membership", to: place.marker, since: "2026-12-01" },
    }),
  },
  objectToFigureAction: {
    kind: "console",
    input: ({ place }) => ({
      ...{ organisationId: place.organisationId, quarter: quarterOf(businessDateOf(new Date())) },
      ...{ figure: "answered", text: "示例异议内容" },
    }),
  },
  redeemCodeAction: { kind: "anyone", input: nothing },
  renewFeedAction: { kind: "member", input: nothing },
  revokeFeedAction: { kind: "member", input: nothing },
  renewRoleAction: { kind: "console", input: () => ({ grantId: NOBODYS, until: "" }) },
  restoreAction: { kind: "console", input: () => ({ takedownId: NOBODYS }) },
  restoreMemberAction: { kind: "console", input: ({ memberId }) => ({ memberId, reason: "示例理由" }) },
  revokeInvitationsAction: { kind: "console", input: someone },
  revokeRoleAction: { kind: "console", input: () => ({ grantId: NOBODYS }) },
  decideClaimAction: { kind: "console", input: () => ({ claimId: NOBODYS, act: "approve", words: "" }) },
  editProjectAction: { kind: "console", input: () => ({ projectId: NOBODYS, version: 0, ...projectText }) },
  issueProjectLinkAction: {
    kind: "console",
    input: ({ place }) => ({ stationId: place.stationId, area: "示例混入村", days: 90 }),
  },
  passProjectAction: { kind: "console", input: () => ({ projectId: NOBODYS, version: 0, seen: "on" }) },
  proposeByLinkAction: { kind: "anyone", input: nothing },
  proposeProjectAction: {
    kind: "console",
    input: ({ place }) => ({
      ...{ stationId: place.stationId, submissionKey: "k".repeat(43), ...projectText, ...projectContact },
    }),
  },
  replaceContactAction: { kind: "console", input: () => ({ projectId: NOBODYS, version: 0, ...projectContact }) },
  revokeProjectLinkAction: { kind: "console", input: () => ({ linkId: NOBODYS }) },
  turnDownProjectAction: {
    kind: "console",
    input: () => ({ projectId: NOBODYS, version: 0, step: "withdraw", reason: "示例理由" }),
  },
  sendFeedbackAction: { kind: "anyone", input: nothing },
  setAssignmentsAction: {
    kind: "console",
    input: ({ place }) => ({
      ...{ branchId: place.branchId, targets: "entry:daily/11-22", whom: "whole", memberIds: "" },
      ...{ due: "2099-01-04", otherDue: "", note: "示例混入" },
    }),
  },
  setBranchStateAction: {
    kind: "console",
    input: ({ place }) => ({ id: place.branchId, version: 0, state: "closed" }),
  },
  setOrganisationStateAction: {
    kind: "console",
    input: ({ place }) => ({ id: place.organisationId, version: 0, state: "closed" }),
  },
  setStationStateAction: {
    kind: "console",
    input: ({ place }) => ({ id: place.stationId, version: 0, state: "closed" }),
  },
  switchRoleAction: { kind: "member", input: () => ({ grantId: NOBODYS, from: "/committee" }) },
  takeDownAction: {
    kind: "console",
    input: () => ({ targetKind: "entry", targetId: "daily/11-22", reason: "示例理由" }),
  },
  voidQuestionAction: { kind: "console", input: () => ({ questionId: "q-none", reason: "示例理由" }) },
  withdrawAssignmentAction: { kind: "console", input: () => ({ assignmentId: NOBODYS }) },
  withdrawObjectionAction: { kind: "member", input: () => ({ assignmentId: NOBODYS }) },
  withdrawTransferAction: { kind: "member", input: () => ({ transferId: NOBODYS }) },
  cancelImportAction: { kind: "console", input: () => ({ importId: NOBODYS }) },
  chooseColumnsAction: { kind: "console", input: () => ({ importId: NOBODYS, "column-A": "name" }) },
  writeImportAction: { kind: "console", input: () => ({ importId: NOBODYS }) },
  releaseContestAction: { kind: "console", input: () => ({ contestId: NOBODYS, version: 0 }) },
  returnContestAction: { kind: "console", input: () => ({ contestId: NOBODYS, version: 0, note: "示例原因" }) },
  saveContestAction: {
    kind: "console",
    input: () => ({ contestId: "", version: 0, ...planAt(new Date(), { title: "示例混入" }) }),
  },
  submitContestAction: { kind: "console", input: () => ({ contestId: NOBODYS, version: 0 }) },
  withdrawContestAction: { kind: "console", input: () => ({ contestId: NOBODYS, version: 0 }) },
  releaseProposalAction: { kind: "console", input: () => ({ proposalId: NOBODYS, version: 0 }) },
  retireQuestionAction: { kind: "console", input: () => ({ questionId: "q-none", reason: "示例理由" }) },
  returnProposalAction: { kind: "console", input: () => ({ proposalId: NOBODYS, version: 0, note: "示例原因" }) },
  saveProposalAction: {
    kind: "console",
    input: () => ({ proposalId: "", version: 0, questionId: "", content: emptyDraft() }),
  },
  ...CHANNEL_ACTIONS,
  ...RECORD_ACTIONS,
  ...RETURNING_ACTIONS,
  ...STORY_ACTIONS,
  settleUpstreamAction: {
    kind: "console",
    input: () => ({ questionId: "q-none", upstreamId: NOBODYS, choice: "ours" }),
  },
  submitProposalAction: { kind: "console", input: () => ({ proposalId: NOBODYS, version: 0 }) },
  withdrawProposalAction: { kind: "console", input: () => ({ proposalId: NOBODYS, version: 0 }) },
};
