import * as applications from "./ways-of-applications";
import * as channels from "./ways-of-channels";
import * as figures from "./ways-of-figures";
import * as names from "./ways-of-names";
import * as proposals from "./ways-of-proposals";
import * as study from "./ways-of-study";
import * as transfers from "./ways-of-transfers";
import * as words from "./ways-of-words";
import type { Way } from "./scene";

/**
 * What becomes of every text that somebody can send (tests/support/text-fields.ts finds them): the way it goes from the
 * form to a page and back, or why there is no way to go. A new field that is missing here fails.
 *
 * `secret`: never shown, and kept as a hash or for the request alone. `choice`: one of a few values, or the name of a thing;
 * anything else is refused. Ids need no line.
 */
export const FIELDS: Readonly<Record<string, Way | "secret" | "choice">> = {
  "applications.refuseApplicationSchema.reason": applications.applicationRefusal,
  "applications.secretSchema.secret": "secret",
  "applications.typedApplicationSchema.consent": "choice",
  "applications.typedApplicationSchema.login": names.login,
  "applications.typedApplicationSchema.name": applications.applicantName,
  "applications.typedApplicationSchema.secret": "secret",
  "applications.typedApplicationSchema.token": "secret",
  "assignments.objectSchema.words": study.objectionWords,
  "assignments.recordResultsSchema.note": study.recordNote,
  "assignments.setAssignmentsSchema.due": "choice",
  "assignments.setAssignmentsSchema.note": study.assignmentNote,
  "assignments.setAssignmentsSchema.otherDue": "choice",
  "assignments.setAssignmentsSchema.targets": "choice",
  "attempts.saveAnswersSchema.answers{}": "choice",
  "attempts.saveAnswersSchema.answers{}[]": study.blank,
  "attempts.saveAnswersSchema.answers{}{}": "choice",
  "attempts.submitAttemptSchema.answers{}": "choice",
  // Read by the same function as a save.
  "attempts.submitAttemptSchema.answers{}[]": study.blank,
  "attempts.submitAttemptSchema.answers{}{}": "choice",
  "branches.addBranchSchema.name": names.newBranch,
  "branches.editBranchSchema.name": names.editedBranch,
  // Refused unless it is a robot's; four signs of it are shown.
  "channels.addRobotSchema.address": "secret",
  "channels.addRobotSchema.name": channels.robotName,
  "channels.addRobotSchema.secret": "secret",
  "channels.confirmEmailSchema.code": "secret",
  // Addresses and keys of a browser: of a form of their own, and never shown.
  "channels.keepBrowserSchema.auth": "secret",
  "channels.keepBrowserSchema.endpoint": "secret",
  "channels.keepBrowserSchema.p256dh": "secret",
  "channels.removeBrowserSchema.endpoint": "secret",
  // Refused unless it is an e-mail address; its owner sees two signs of it.
  "channels.requestEmailSchema.address": "secret",
  "codes.redeemCodeSchema.again": "secret",
  "codes.redeemCodeSchema.code": "secret",
  "codes.redeemCodeSchema.login": "choice",
  "codes.redeemCodeSchema.next": "secret",
  "feedback.answerFeedbackSchema.answer": words.feedbackAnswer,
  "feedback.sendFeedbackSchema.text": words.feedbackText,
  "figures.answerObjectionSchema.answer": figures.objectionAnswer,
  "figures.objectSchema.quarter": "choice",
  "figures.objectSchema.text": figures.objectionText,
  "invitations.acceptByOidcSchema.token": "secret",
  "invitations.acceptInvitationSchema.again": "secret",
  "invitations.acceptInvitationSchema.password": "secret",
  "invitations.acceptInvitationSchema.token": "secret",
  "library.acceptLibrarySchema.reviewer": words.reviewer,
  "organisations.addOrganisationSchema.creditCode": names.creditCode,
  "organisations.addOrganisationSchema.name": names.newOrganisation,
  "organisations.addOrganisationSchema.shortCode": names.shortCode,
  "organisations.editOrganisationSchema.creditCode": names.creditCode,
  "organisations.editOrganisationSchema.name": names.editedOrganisation,
  "organisations.editOrganisationSchema.shortCode": names.shortCode,
  "people.addLoginSchema.login": names.login,
  "people.addPersonSchema.login": names.login,
  "people.addPersonSchema.name": names.newPerson,
  "people.editPersonSchema.name": names.editedPerson,
  "people.setStateSchema.reason": study.stateReason,
  "recalls.answerRecallSchema.answers{}": "choice",
  // Compared with the accepted ways to fill a blank and kept in the outcome of that occasion.
  "recalls.answerRecallSchema.answers{}[]": study.recalled,
  "recalls.answerRecallSchema.answers{}{}": "choice",
  "roles.grantRoleSchema.other": "choice",
  "sessions.changePasswordSchema.again": "secret",
  "sessions.changePasswordSchema.current": "secret",
  "sessions.changePasswordSchema.next": "secret",
  "setup.createBranchSchema.name": names.newBranch,
  "setup.createMemberSchema.login": names.login,
  "setup.createMemberSchema.name": names.newPerson,
  "setup.createOrganisationSchema.name": names.newOrganisation,
  "setup.createOrganisationSchema.shortCode": names.shortCode,
  "setup.createStationsSchema.names": names.newStation,
  "setup.nameAdministratorSchema.login": names.login,
  "setup.nameAdministratorSchema.name": names.namedPerson,
  "setup.nameCommitteeMemberSchema.login": names.login,
  "setup.nameCommitteeMemberSchema.name": names.newPerson,
  "stations.addStationSchema.name": names.newStation,
  "stations.editStationSchema.name": names.editedStation,
  "takedowns.takeDownSchema.reason": words.takedownReason,
  "transfers.assentTransferSchema.workNumber": transfers.workNumber,
  "transfers.refuseTransferSchema.reason": transfers.transferRefusal,
  "transfers.requestByLoginSchema.login": "choice",
  "transfers.requestByLoginSchema.name": "choice",
  "transfers.requestByLoginSchema.reason": transfers.transferReason,
  "transfers.requestByLoginSchema.to": "choice",
  "transfers.requestByLoginSchema.workNumber": transfers.workNumber,
  "transfers.requestOwnTransferSchema.reason": transfers.transferReason,
  "transfers.requestOwnTransferSchema.to": "choice",
  "transfers.requestTransferSchema.decide": "choice",
  "transfers.requestTransferSchema.reason": transfers.transferReason,
  "transfers.requestTransferSchema.to": "choice",
  "transfers.requestTransferSchema.workNumber": transfers.workNumber,
  "proposals.retireQuestionSchema.reason": proposals.retired,
  "proposals.returnProposalSchema.note": proposals.returned,
  "proposals.saveProposalSchema.content.anchor": "choice",
  "proposals.saveProposalSchema.content.blanks[]": proposals.blank,
  "proposals.saveProposalSchema.content.explanation": proposals.explanation,
  "proposals.saveProposalSchema.content.items[]": proposals.item,
  "proposals.saveProposalSchema.content.options[].text": proposals.option,
  "proposals.saveProposalSchema.content.pairs[].left": proposals.left,
  "proposals.saveProposalSchema.content.pairs[].right": proposals.right,
  "proposals.saveProposalSchema.content.passage": proposals.passage,
  "proposals.saveProposalSchema.content.sources[].publisher": proposals.publisher,
  "proposals.saveProposalSchema.content.sources[].title": proposals.title,
  "proposals.saveProposalSchema.content.sources[].url": proposals.url,
  "proposals.saveProposalSchema.content.stem": proposals.stem,
  "proposals.saveProposalSchema.content.topic": "choice",
  "voidings.voidQuestionSchema.reason": study.voidReason,
};

/** Ids name things; support/object-access.ts of the journeys is about those. */
export const isId = (key: string): boolean => /(^|[.a-z])(id|Ids?)(\[\])?$/.test(key) || /\.(id|ids)$/.test(key);
