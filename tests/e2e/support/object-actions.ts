import { projectContact, projectText } from "./classified-actions";
import { CONTENT, CONTEST } from "./object-access";
import type { Objects } from "./objects";

type ObjectAction =
  | { shared: string }
  /**
   * Inputs that mix things of the own place (`things`) with things the caller may touch (`callers`). `silent`: it answers as
   * if nothing had been asked; that nothing happened is seen in the database.
   */
  | { inputs: (things: Objects, callers: Objects) => unknown[]; silent?: true };

/**
 * Actions whose input in support/classified-actions.ts names an id that is not of the target's place and person (those with
 * such ids alone are tried by themselves), and actions with two ids, of which one may be the caller's own.
 */
export const OBJECT_ACTIONS: Readonly<Record<string, ObjectAction>> = {
  // An application of another branch is not found, whatever branch is named with it.
  acceptApplicationAction: {
    inputs: ({ applicationId, place }, { place: callers }) =>
      [place, callers].map(({ branchId }) => ({ applicationId, branchId, standing: "full" })),
  },
  refuseApplicationAction: {
    inputs: ({ applicationId, place }, { place: callers }) =>
      [place, callers].map(({ branchId }) => ({ applicationId, branchId, reason: "示例理由" })),
  },
  adaptLineAction: {
    inputs: ({ place, lineId }) => [
      { id: place.organisationId, version: 0, lineId, isLeftOut: "1", reason: "示例理由" },
    ],
  },
  confirmDutiesAction: {
    inputs: ({ dutyId }, callers) => [{ duties: `${dutyId}:1` }, { duties: `${callers.dutyId}:1\n${dutyId}:1` }],
  },
  deferDutyAction: {
    inputs: ({ dutyId }) => [{ dutyId, version: 1, until: "2099-01-04", reason: "overhaul", note: "" }],
  },
  reportDutyAction: { inputs: ({ dutyId }) => [{ dutyId, version: 1, evidence: "示例", link: "" }] },
  returnDutyAction: { inputs: ({ dutyId }) => [{ dutyId, version: 1, reason: "示例理由" }] },
  takeBackDutyAction: { inputs: ({ dutyId }) => [{ dutyId, version: 1 }] },
  editLineAction: { shared: "the list of a year is the whole zone's" },
  setLineStateAction: { shared: "the list of a year is the whole zone's" },
  removeRobotAction: { inputs: ({ robotId }) => [{ robotId }] },
  testRobotAction: { inputs: ({ robotId }) => [{ robotId }] },
  assentTransferAction: { inputs: ({ transferId }) => [{ transferId }] },
  rerunJobAction: { shared: "the clock serves the whole zone" },
  answerObjectionAction: { inputs: ({ objectionId }) => [{ objectionId, answer: "示例答复" }] },
  answerSeasonObjectionAction: { shared: "the race is the whole zone's" },
  publishErratumAction: { shared: CONTENT },
  revokeErratumAction: { shared: CONTENT },
  answerFeedbackAction: { shared: "reports about content belong to the whole zone" },
  decideTransferAction: { inputs: ({ transferId }) => [{ transferId }] },
  refuseTransferAction: { inputs: ({ transferId }) => [{ transferId, reason: "示例理由" }] },
  cancelTransferAction: { inputs: ({ transferId }) => [{ transferId, reason: "示例理由" }] },
  withdrawTransferAction: { inputs: ({ transferId }) => [{ transferId }] },
  chooseRoleAction: { inputs: ({ grantId }) => [{ grantId }], silent: true },
  editBranchAction: {
    inputs: ({ place }, { place: callers }) =>
      [
        { id: place.branchId, hostOrganisationId: callers.organisationId, stationId: "" },
        { id: place.branchId, hostOrganisationId: "", stationId: callers.stationId },
        { id: callers.branchId, hostOrganisationId: place.organisationId, stationId: "" },
        { id: callers.branchId, hostOrganisationId: "", stationId: place.stationId },
      ].map((input) => ({ ...input, version: 0, name: "示例混入支部" })),
  },
  editOrganisationAction: {
    inputs: ({ place }, { place: callers }) =>
      [
        { id: place.organisationId, stationId: callers.stationId },
        { id: callers.organisationId, stationId: place.stationId },
      ].map((input) => ({ ...input, version: 0, kind: "social", name: "示例混入", shortCode: "MIX3" })),
  },
  objectToResultAction: { inputs: ({ assignmentId }) => [{ assignmentId, words: "示例理由" }] },
  recordResultsAction: {
    inputs: ({ assignmentId, member }, callers) =>
      [member, callers.member].map(({ memberId }) => ({
        ...{ assignmentId, memberIds: memberId, kind: "excused", manner: "leave", note: "" },
      })),
  },
  renewRoleAction: { inputs: ({ grantId }) => [{ grantId, until: "" }] },
  revokeRoleAction: { inputs: ({ grantId }) => [{ grantId }] },
  freeLoginAction: {
    inputs: ({ loginId, member }, callers) => [
      { memberId: member.memberId, loginId },
      { memberId: callers.member.memberId, loginId },
    ],
  },
  endStayAction: {
    inputs: ({ stayId, member }, callers) =>
      [member, callers.member].map(({ memberId }) => ({
        ...{ memberId, kind: "employment", stayId, on: "2026-01-01", reason: "quit" },
      })),
  },
  returnMemberAction: {
    inputs: ({ place, member }, callers) => [
      { memberId: member.memberId, branchId: callers.place.branchId, since: "2026-01-01" },
      { memberId: callers.member.memberId, branchId: place.branchId, since: "2026-01-01" },
    ],
  },
  removeLoginAction: {
    inputs: ({ loginId, member }, callers) => [
      { memberId: member.memberId, loginId },
      { memberId: callers.member.memberId, loginId },
    ],
  },
  restoreAction: { shared: "takedowns belong to the whole zone" },
  switchRoleAction: { inputs: ({ grantId }) => [{ grantId, from: "/branch" }], silent: true },
  takeDownAction: { shared: CONTENT },
  answerResultObjectionAction: {
    inputs: ({ assignmentId, member }) => [
      { assignmentId, memberId: member.memberId, version: "mi0000000", answer: "示例答复" },
    ],
  },
  undoResultAction: {
    inputs: ({ assignmentId, member }) => [{ assignmentId, memberId: member.memberId, version: "mi0000000" }],
  },
  releaseContestAction: { shared: CONTEST },
  returnContestAction: { shared: CONTEST },
  saveContestAction: { shared: CONTEST },
  submitContestAction: { shared: CONTEST },
  withdrawContestAction: { shared: CONTEST },
  decideClaimAction: {
    inputs: ({ claimId }) =>
      ["approve", "refuse", "reopen", "confirm", "release"].map((act) => ({ claimId, act, words: "示例的话" })),
  },
  editProjectAction: { inputs: ({ projectId }) => [{ projectId, version: 0, ...projectText }] },
  passProjectAction: { inputs: ({ projectId }) => [{ projectId, version: 0, seen: "on" }] },
  replaceContactAction: { inputs: ({ projectId }) => [{ projectId, version: 0, ...projectContact }] },
  revokeProjectLinkAction: { inputs: ({ projectLinkId }) => [{ linkId: projectLinkId }] },
  turnDownProjectAction: {
    inputs: ({ projectId }) =>
      ["return", "withdraw"].map((step) => ({ projectId, version: 0, step, reason: "示例理由" })),
  },
  releaseProposalAction: { shared: "questions belong to the whole zone" },
  retireQuestionAction: { shared: "questions belong to the whole zone" },
  returnProposalAction: { shared: "questions belong to the whole zone" },
  saveProposalAction: { shared: "questions belong to the whole zone" },
  settleUpstreamAction: { shared: "questions belong to the whole zone" },
  submitProposalAction: { shared: "questions belong to the whole zone" },
  withdrawProposalAction: { shared: "questions belong to the whole zone" },
  publishStoryAction: {
    inputs: ({ storyId }) => ["all", "organisation"].map((visibility) => ({ storyId, version: 2, visibility })),
  },
  returnStoryAction: { inputs: ({ storyId }) => [{ storyId, version: 2, note: "示例理由" }] },
  stepStoryAction: {
    inputs: ({ storyId }) =>
      ["recall", "withdraw", "submit", "discard", "restore"].map((step) => ({ storyId, version: 2, step })),
  },
  cancelImportAction: { shared: "a file of another station is not found: tests/integration/imports" },
  chooseColumnsAction: { shared: "a file of another station is not found: tests/integration/imports" },
  writeImportAction: { shared: "a file of another station is not found: tests/integration/imports" },
  voidQuestionAction: { shared: "questions belong to the whole zone" },
  withdrawAssignmentAction: { inputs: ({ assignmentId }) => [{ assignmentId }] },
  withdrawObjectionAction: { inputs: ({ assignmentId }) => [{ assignmentId }] },
};
