/** Who may open a route: `token` needs a secret in the address, `internal` answers nobody from outside. */
export type RouteClass =
  | "public"
  | "token"
  | "member"
  | "api"
  | "branch"
  | "organisation"
  | "committee"
  | "committee-zone"
  | "admin"
  | "internal";

/**
 * A path to try (null: tried in a journey of its own) and the status for those whom it is open to, 200 unless named.
 * `leads`: whom it sends on to a page of their own instead.
 */
type Route = { kind: RouteClass; path: string | null; status?: number; leads?: RouteClass };

const LESSON = "/lessons/new-democratic-revolution/02-zunyi";
const NOBODYS = "00000000-0000-7000-8000-000000000000";

export const ROUTES: Readonly<Record<string, Route>> = {
  "/admin": { kind: "admin", path: "/admin" },
  "/admin/audit": { kind: "admin", path: "/admin/audit" },
  "/admin/audit/sheet": { kind: "admin", path: null },
  "/admin/people": { kind: "admin", path: "/admin/people" },
  "/admin/people/[id]": { kind: "admin", path: `/admin/people/${NOBODYS}`, status: 404 },
  "/admin/security": { kind: "admin", path: "/admin/security" },
  "/api/auth/[...nextauth]": { kind: "public", path: "/api/auth/csrf" },
  "/api/health": { kind: "public", path: "/api/health" },
  "/api/health/ready": { kind: "public", path: "/api/health/ready" },
  "/api/internal/revalidate": { kind: "internal", path: "/api/internal/revalidate" },
  "/api/v1/attempts": { kind: "api", path: null },
  "/api/v1/attempts/[id]": { kind: "api", path: `/api/v1/attempts/${NOBODYS}`, status: 404 },
  "/api/v1/attempts/[id]/answers": { kind: "api", path: null },
  "/api/v1/attempts/[id]/review": { kind: "api", path: `/api/v1/attempts/${NOBODYS}/review`, status: 404 },
  "/api/v1/attempts/[id]/submission": { kind: "api", path: null },
  "/api/v1/keys": { kind: "public", path: "/api/v1/keys" },
  "/api/v1/me": { kind: "api", path: "/api/v1/me" },
  "/api/v1/me/assignments": { kind: "api", path: "/api/v1/me/assignments" },
  "/api/v1/me/points": { kind: "api", path: "/api/v1/me/points" },
  "/api/v1/openapi.json": { kind: "public", path: "/api/v1/openapi.json" },
  "/api/v1/quizzes": { kind: "api", path: "/api/v1/quizzes" },
  "/api/v1/recalls": { kind: "api", path: "/api/v1/recalls?contentId=daily/11-22" },
  "/api/v1/seasons/[quarter]": { kind: "api", path: "/api/v1/seasons/2026Q4" },
  "/api/v1/seasons/[quarter]/entry": { kind: "api", path: null },
  "/attempts/[id]": { kind: "member", path: `/attempts/${NOBODYS}`, status: 404 },
  "/branch": { kind: "branch", path: "/branch", leads: "organisation" },
  "/branch/assignments": { kind: "branch", path: "/branch/assignments" },
  "/branch/assignments/[id]": { kind: "branch", path: `/branch/assignments/${NOBODYS}`, status: 404 },
  "/branch/assignments/new": { kind: "branch", path: "/branch/assignments/new" },
  "/branch/reminders": { kind: "branch", path: "/branch/reminders" },
  "/branch/duties": { kind: "branch", path: "/branch/duties" },
  "/branch/duties/[id]": { kind: "branch", path: `/branch/duties/${NOBODYS}`, status: 404 },
  "/branch/sheet": { kind: "branch", path: "/branch/sheet" },
  "/branch/applications": { kind: "branch", path: "/branch/applications" },
  "/branch/invitations": { kind: "branch", path: "/branch/invitations" },
  "/branch/invitations/batch": { kind: "branch", path: null },
  "/branch/invitations/poster": { kind: "branch", path: "/branch/invitations/poster", status: 307 },
  "/branch/organisation": { kind: "organisation", path: "/branch/organisation" },
  "/branch/organisation/reminders": { kind: "organisation", path: "/branch/organisation/reminders" },
  "/branch/organisation/duties": { kind: "organisation", path: "/branch/organisation/duties" },
  "/branch/organisation/duties/[id]": {
    ...{ kind: "organisation", path: `/branch/organisation/duties/${NOBODYS}`, status: 404 },
  },
  "/branch/organisation/transfers": { kind: "organisation", path: "/branch/organisation/transfers" },
  "/branch/people": { kind: "branch", path: "/branch/people" },
  "/branch/people/[id]": { kind: "branch", path: `/branch/people/${NOBODYS}`, status: 404 },
  "/branch/transfers": { kind: "branch", path: "/branch/transfers" },
  "/committee": { kind: "committee", path: "/committee" },
  "/committee/branches": { kind: "committee", path: "/committee/branches?state=all" },
  "/committee/branches/[id]": { kind: "committee", path: `/committee/branches/${NOBODYS}`, status: 404 },
  "/committee/branches/new": { kind: "committee", path: "/committee/branches/new" },
  "/committee/duties": { kind: "committee", path: "/committee/duties" },
  "/committee/duties/[id]": { kind: "committee", path: `/committee/duties/${NOBODYS}`, status: 404 },
  "/committee/duties/reported": { kind: "committee", path: "/committee/duties/reported" },
  "/committee/duties/organisations/[id]": {
    ...{ kind: "committee", path: `/committee/duties/organisations/${NOBODYS}`, status: 404 },
  },
  "/committee/duties/years": { kind: "committee", path: "/committee/duties/years" },
  "/committee/duties/years/[year]/sheet": {
    ...{ kind: "committee", path: "/committee/duties/years/2000/sheet", status: 404 },
  },
  "/committee/duties/years/[year]/upload": { kind: "committee", path: null },
  "/committee/duties/years/[year]": { kind: "committee", path: "/committee/duties/years/2000", status: 404 },
  "/committee/feedback": { kind: "committee", path: "/committee/feedback" },
  "/committee/figures": { kind: "committee", path: "/committee/figures" },
  "/committee/imports": { kind: "committee", path: "/committee/imports" },
  "/committee/imports/[id]": { kind: "committee", path: `/committee/imports/${NOBODYS}`, status: 404 },
  "/committee/imports/[id]/marked": { kind: "committee", path: null },
  "/committee/imports/template/[kind]": { kind: "committee", path: null },
  "/committee/imports/upload": { kind: "committee", path: null },
  "/committee/invitations": { kind: "committee", path: "/committee/invitations" },
  "/committee/invitations/batch": { kind: "committee", path: null },
  "/committee/objections": { kind: "committee", path: "/committee/objections" },
  "/committee/organisations": { kind: "committee", path: "/committee/organisations?state=all" },
  "/committee/organisations/[id]": { kind: "committee", path: `/committee/organisations/${NOBODYS}`, status: 404 },
  "/committee/organisations/new": { kind: "committee", path: "/committee/organisations/new" },
  "/committee/people": { kind: "committee", path: "/committee/people" },
  "/committee/people/[id]": { kind: "committee", path: `/committee/people/${NOBODYS}`, status: 404 },
  // Without an account to keep there is nothing to show.
  "/committee/people/merge": { kind: "committee", path: "/committee/people/merge", status: 404 },
  "/committee/people/new": { kind: "committee", path: "/committee/people/new" },
  "/committee/transfers": { kind: "committee", path: "/committee/transfers" },
  "/committee/questions": { kind: "committee-zone", path: "/committee/questions" },
  "/committee/questions/[id]": { kind: "committee-zone", path: "/committee/questions/q-none", status: 404 },
  "/committee/questions/[id]/void": { kind: "committee-zone", path: "/committee/questions/q-none/void", status: 404 },
  "/committee/questions/new": { kind: "committee-zone", path: "/committee/questions/new" },
  "/committee/questions/proposals/[id]": {
    ...{ kind: "committee-zone", path: `/committee/questions/proposals/${NOBODYS}`, status: 404 },
  },
  "/committee/stations": { kind: "committee", path: "/committee/stations" },
  "/committee/registers/[file]": { kind: "committee", path: null },
  "/daily": { kind: "public", path: "/daily" },
  "/daily.ics": { kind: "public", path: "/daily.ics" },
  "/daily/[monthDay]": { kind: "public", path: "/daily/11-22" },
  "/feed.xml": { kind: "public", path: "/feed.xml" },
  "/installation.css": { kind: "public", path: "/installation.css" },
  "/invite/[token]": { kind: "token", path: "/invite/no-such-token-at-all" },
  "/join/[token]": { kind: "token", path: "/join/NONE-NONE" },
  "/join/status": { kind: "public", path: "/join/status" },
  "/lessons": { kind: "public", path: "/lessons" },
  "/lessons/[course]/[slug]": { kind: "public", path: LESSON },
  "/me": { kind: "member", path: "/me" },
  "/me/assignments": { kind: "member", path: "/me/assignments" },
  "/me/attempts": { kind: "member", path: "/me/attempts" },
  "/me/mistakes": { kind: "member", path: "/me/mistakes" },
  "/me/notices": { kind: "member", path: "/me/notices" },
  "/me/password": { kind: "member", path: "/me/password" },
  "/me/transfers": { kind: "member", path: "/me/transfers" },
  "/me/points": { kind: "member", path: "/me/points" },
  "/quizzes": { kind: "member", path: "/quizzes" },
  "/receipts/[id]": { kind: "public", path: "/receipts/ZJ00-0000-0000" },
  "/report": { kind: "public", path: "/report?target=entry:daily/11-22" },
  "/seasons/[quarter]": { kind: "member", path: "/seasons/2026Q4" },
  "/seasons/[quarter]/archive": { kind: "member", path: "/seasons/2026Q4/archive", status: 404 },
  "/seasons/current": { kind: "member", path: "/seasons/current", status: 307 },
  "/sign-in": { kind: "public", path: "/sign-in" },
  "/sign-in/code": { kind: "public", path: "/sign-in/code" },
  "/suggestions": { kind: "public", path: "/suggestions" },
  // The page of today, by the rewrite of the proxy.
  "/today/[date]": { kind: "public", path: "/" },
};
