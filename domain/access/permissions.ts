import type { ResourceKind, Role } from "./types";

/**
 * Who may do what: the one table. What is not in it is refused.
 *
 * A line names the kinds of things the action is done to, and who may do it: `anyone` (without signing in), `member`
 * (anybody whose state is active, in their own name), `oneself` (to the own account), or a role over what its scope
 * reaches. For help with an account a line also says which roles the helped person may hold.
 *
 * Example: `member.code.issue` is allowed to a study officer for people of the branch who hold no role.
 */
export const ACTIONS = [
  "invitation.accept",
  "code.redeem",
  "password.change",
  "role.choose",
  "identity.link",
  "console.branch.open",
  "console.committee.open",
  "console.admin.open",
  "member.code.issue",
  "invitation.issue",
  "invitation.revoke",
  "session.revoke-all",
  "content.take-down",
  "content.restore",
  "content.accept-library",
  "feedback.answer",
  "erratum.publish",
  "erratum.revoke",
  "feedback.create",
  "quiz.take",
  "recall.answer",
  "season.join",
  "season.read",
  "season.object",
  "season.answer",
  "points.read-own",
  "security-log.read",
  "audit-log.read",
  "setup.checklist",
  "station.create",
  "organisation.create",
  "branch.create",
  "member.create",
  "role.grant-officer",
  "role.grant-committee",
  "station.edit",
  "organisation.edit",
  "branch.edit",
  "member.edit",
  "member.set-state",
  "member.leave-zone",
  "member.end-stay",
  "member.return",
  "member.merge",
  "member.read-history",
  "transfer.request",
  "transfer.assent",
  "transfer.decide",
  "register.import",
  "register.export",
  "join-code.issue",
  "application.create",
  "application.decide",
  "assignment.set",
  "assignment.record",
  "assignment.object",
  "push.set",
  "channel.own",
  "channel.keep",
  "figures.object",
  "figures.answer",
  "question.write",
  "question.review",
  "question.retire",
  "question.void",
  "job.rerun",
  "contest.write",
  "contest.review",
  "contest.join",
  "contest.read",
  "duty.draw-up",
  "duty.adapt",
  "duty.do",
  "duty.confirm",
  "project.propose",
  "project.propose-by-link",
  "project.moderate",
  "project.decide",
  "project.claim",
  "project.claim-for",
  "project-link.issue",
  "story.write",
  "story.review",
] as const;
export type Action = (typeof ACTIONS)[number];

/** The standing of an account that is helped, by the highest role it holds. */
export type AccountRank = "no-role" | "officer" | "committee" | "administrator";

export type Rule =
  | { readonly by: "anyone" }
  | { readonly by: "member" }
  | { readonly by: "oneself" }
  | { readonly by: "role"; readonly role: Role; readonly ranks: readonly AccountRank[] };

interface Permission {
  readonly on: readonly ResourceKind[];
  readonly allow: readonly Rule[];
}

const EVERY_RANK: readonly AccountRank[] = ["no-role", "officer", "committee", "administrator"];

const anyone: Rule = { by: "anyone" };
const member: Rule = { by: "member" };
const oneself: Rule = { by: "oneself" };
const role = (name: Role, ranks: readonly AccountRank[] = EVERY_RANK): Rule => ({
  by: "role",
  role: name,
  ranks,
});
const line = (on: readonly ResourceKind[], ...allow: readonly Rule[]): Permission => Object.freeze({ on, allow });

/** A one-time code opens an account, so the helper must stand above it, except between administrators. */
const codeIssuers: readonly Rule[] = [
  role("study-officer", ["no-role"]),
  role("branch-secretary", ["no-role"]),
  role("committee", ["no-role", "officer"]),
  role("administrator", ["committee", "administrator"]),
];

/** The first administrator of an empty zone invites everybody else; hence wider than codes. */
const inviters: readonly Rule[] = [
  role("study-officer", ["no-role"]),
  role("branch-secretary", ["no-role"]),
  role("committee", ["no-role", "officer"]),
  role("administrator"),
];

/** Who builds the zone: the committee inside its scope, and the administrator who opens an empty zone. */
const builders: readonly Rule[] = [role("committee"), role("administrator")];

/** Who runs the study of one branch. */
const officers: readonly Rule[] = [role("study-officer"), role("branch-secretary")];

export const PERMISSIONS: Readonly<Record<Action, Permission>> = Object.freeze({
  // Before the first sign-in, or without one: the token or the code is the proof.
  "invitation.accept": line([], anyone),
  "code.redeem": line([], anyone),

  "password.change": line(["self"], oneself),
  "role.choose": line(["self"], oneself),
  "identity.link": line(["self"], oneself),

  "console.branch.open": line(
    ["branch", "organisation"],
    role("study-officer"),
    role("branch-secretary"),
    role("party-worker"),
  ),
  "console.committee.open": line(["zone", "station", "organisation", "branch"], role("committee"), role("instructor")),
  "console.admin.open": line(["zone"], role("administrator")),

  "member.code.issue": line(["member"], ...codeIssuers),
  "invitation.issue": line(["member"], ...inviters),
  "invitation.revoke": line(["member"], ...inviters),
  "session.revoke-all": line(["self", "member"], oneself, ...codeIssuers),

  "content.take-down": line(["content", "question"], role("committee")),
  "content.restore": line(["content", "question"], role("committee")),
  "content.accept-library": line(["content"], role("committee")),
  "question.void": line(["question"], role("committee")),

  // Whoever reads may say what is wrong, with an account or without.
  "feedback.create": line([], anyone),
  "feedback.answer": line(["zone", "content", "question"], role("committee")),

  // What was wrong in what everybody reads is said to everybody.
  "erratum.publish": line(["content", "question"], role("committee")),
  "erratum.revoke": line(["content"], role("committee")),

  "quiz.take": line(["self"], member),
  "recall.answer": line(["self", "content"], member),
  "season.join": line(["self", "season"], member),
  "season.read": line(["self", "season"], member),
  // The race is the whole zone's: a station's committee member does not answer for it.
  "season.object": line(["self"], member),
  "season.answer": line(["zone"], role("committee")),
  "points.read-own": line(["self"], member),

  "security-log.read": line(["security-log"], role("administrator")),
  "audit-log.read": line(["audit-log"], role("administrator")),
  "setup.checklist": line(["zone"], role("administrator")),

  "station.create": line(["zone"], ...builders),
  "organisation.create": line(["station"], ...builders),
  "branch.create": line(["station"], ...builders),
  // The thing is the place the person is to belong to, or the scope the role is to have.
  "member.create": line(["zone", "station", "organisation", "branch"], ...builders),
  "role.grant-officer": line(["station", "organisation", "branch"], ...builders),
  "role.grant-committee": line(["zone", "station"], role("administrator")),

  // Names, order and closing of stations concern the whole zone.
  "station.edit": line(["zone"], ...builders),
  // To another station: over the organisation and over the station it goes to.
  "organisation.edit": line(["organisation", "station"], ...builders),
  "branch.edit": line(["branch", "station"], ...builders),

  // A secretary keeps the branch's own list right; whoever holds a role is the business of those above.
  "member.edit": line(
    ["member"],
    role("branch-secretary", ["no-role"]),
    role("committee", ["no-role", "officer"]),
    role("administrator"),
  ),
  // 停用 and 恢复: the account, not the person.
  "member.set-state": line(["member"], role("committee", ["no-role", "officer"]), role("administrator")),
  "member.leave-zone": line(["member"], role("committee", ["no-role", "officer"]), role("administrator")),
  // 结束 of a relation: over its place alone, so that the thing is the person as one of that place (features/people/view).
  "member.end-stay": line(
    ["member"],
    role("branch-secretary", ["no-role"]),
    role("party-worker", ["no-role"]),
    role("committee", ["no-role", "officer"]),
    role("administrator"),
  ),
  // 转入: over where the person was last, and over the places they come to, as for somebody new.
  "member.return": line(["member", "zone", "station", "organisation", "branch"], ...builders),
  // Over both accounts.
  "member.merge": line(["member"], role("committee", ["no-role", "officer"]), role("administrator")),
  "member.read-history": line(["member"], role("branch-secretary"), role("committee"), role("administrator")),

  // A move is asked for by either side, or by the person; each side assents for itself; the committee may decide for both.
  "transfer.request": line(
    ["self", "branch", "organisation"],
    oneself,
    role("branch-secretary"),
    role("party-worker"),
    role("committee"),
  ),
  "transfer.assent": line(
    ["branch", "organisation"],
    role("branch-secretary"),
    role("party-worker"),
    role("committee"),
  ),
  "transfer.decide": line(["member"], role("committee")),

  "register.import": line(["zone", "station"], ...builders),
  "register.export": line(["zone", "station"], ...builders),

  "join-code.issue": line(["branch"], ...officers, role("committee")),
  "application.create": line([], anyone),
  "application.decide": line(["branch"], ...officers, role("committee")),

  "assignment.set": line(["branch"], ...officers),
  "assignment.record": line(["branch"], ...officers),
  "assignment.object": line(["self"], member),

  "push.set": line(["branch"], ...officers),
  "channel.own": line(["self"], oneself),
  "channel.keep": line(["branch"], ...officers),

  "figures.object": line(["organisation"], role("party-worker")),
  "figures.answer": line(["organisation"], role("committee")),

  // Two people: the one who wrote it never releases it (domain/quizzes).
  "question.write": line(["question"], role("committee")),
  "question.review": line(["question"], role("committee")),
  "question.retire": line(["question"], role("committee")),

  // The clock serves the whole zone.
  "job.rerun": line(["zone"], role("committee")),
  // Two people here as well (domain/contests).
  "contest.write": line(["contest"], role("committee")),
  "contest.review": line(["contest"], role("committee")),
  "contest.join": line(["self", "contest"], member),
  "contest.read": line(["self", "contest"], member),
  // The template of a year is the whole zone's; what it is for one organisation, its station's committee says.
  "duty.draw-up": line(["zone"], role("committee")),
  "duty.adapt": line(["duty-list"], role("committee")),
  "duty.do": line(["duty-list"], role("branch-secretary"), role("party-worker")),
  // Never by the one who reported it (domain/duties/acts).
  "duty.confirm": line(["duty-list"], role("party-worker"), role("instructor"), role("committee")),
  // The station's library of volunteer projects. Two people pass a text, neither of whom wrote it (domain/projects).
  "project.propose": line(["station"], role("committee")),
  "project.propose-by-link": line([], anyone),
  "project.moderate": line(["station"], role("committee")),
  "project.decide": line(["station"], role("committee")),
  "project-link.issue": line(["station"], role("committee")),
  // In the own name, or in that of a branch or organisation by whoever speaks for it.
  "project.claim": line(["self"], member),
  "project.claim-for": line(["branch", "organisation"], role("branch-secretary"), role("party-worker")),
  // 厂情厂史: who of these it is, and never the author, says domain/stories/review.
  "story.write": line(["self"], member),
  "story.review": line(["story"], role("branch-secretary"), role("study-officer"), role("committee")),
});
