import type { Place } from "./world";

/** Who may open a route: `token` needs a secret in the address, `internal` answers nobody from outside. */
export type RouteClass =
  "public" | "token" | "member" | "api" | "branch" | "committee" | "committee-zone" | "admin" | "internal";

/** A path to try (null: tried in a journey of its own) and the status for those whom it is open to, 200 unless named. */
type Route = { kind: RouteClass; path: string | null; status?: number };

const LESSON = "/lessons/new-democratic-revolution/02-zunyi";
const NOBODYS = "00000000-0000-7000-8000-000000000000";

export const ROUTES: Readonly<Record<string, Route>> = {
  "/": { kind: "public", path: "/" },
  "/admin": { kind: "admin", path: "/admin" },
  "/admin/people": { kind: "admin", path: "/admin/people" },
  "/admin/security": { kind: "admin", path: "/admin/security" },
  "/api/auth/[...nextauth]": { kind: "public", path: "/api/auth/csrf" },
  "/api/health": { kind: "public", path: "/api/health" },
  "/api/health/ready": { kind: "public", path: "/api/health/ready" },
  "/api/v1/attempts": { kind: "api", path: null },
  "/api/v1/attempts/[id]": { kind: "api", path: `/api/v1/attempts/${NOBODYS}`, status: 404 },
  "/api/v1/attempts/[id]/answers": { kind: "api", path: null },
  "/api/v1/attempts/[id]/review": { kind: "api", path: `/api/v1/attempts/${NOBODYS}/review`, status: 404 },
  "/api/v1/attempts/[id]/submission": { kind: "api", path: null },
  "/api/v1/keys": { kind: "public", path: "/api/v1/keys" },
  "/api/v1/openapi.json": { kind: "public", path: "/api/v1/openapi.json" },
  "/api/v1/quizzes": { kind: "api", path: "/api/v1/quizzes" },
  "/branch": { kind: "branch", path: "/branch" },
  "/committee/people": { kind: "committee", path: "/committee/people" },
  "/installation.css": { kind: "public", path: "/installation.css" },
  "/invite/[token]": { kind: "token", path: "/invite/no-such-token-at-all" },
  "/lessons/[course]/[slug]": { kind: "public", path: LESSON },
  "/me": { kind: "member", path: "/me" },
  "/me/notices": { kind: "member", path: "/me/notices" },
  "/me/password": { kind: "member", path: "/me/password" },
  "/sign-in": { kind: "public", path: "/sign-in" },
  "/sign-in/code": { kind: "public", path: "/sign-in/code" },
};

/** Whom an action may serve at all, and an input of the right form that would do something if it were not refused. */
type ActionClass = { kind: "anyone" | "member" | "console"; input: (own: Place, neighbour: Place) => unknown };

const nothing = (): unknown => undefined;
const someone = (): unknown => ({ memberId: NOBODYS });

export const ACTIONS: Readonly<Record<string, ActionClass>> = {
  acceptInvitationAction: { kind: "anyone", input: nothing },
  changePasswordAction: { kind: "member", input: () => ({ current: "x", next: "y", again: "y" }) },
  chooseRoleAction: { kind: "member", input: () => ({ grantId: NOBODYS }) },
  closeAllSessionsAction: { kind: "member", input: nothing },
  createInvitationAction: { kind: "console", input: someone },
  issueCodeAction: { kind: "console", input: someone },
  linkOidcAction: { kind: "member", input: nothing },
  redeemCodeAction: { kind: "anyone", input: nothing },
  revokeInvitationsAction: { kind: "console", input: someone },
};
