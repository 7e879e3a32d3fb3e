import "server-only";
import { can, grantsFor } from "@/domain/access/can";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import { gateAdmin, gateBranch, gateMember } from "@/features/access/gates/page";
import { getActor } from "@/features/access/queries";
import { findBranchName } from "@/features/branches/queries";
import { listNotices, type NoticeRow } from "@/features/notices/queries";
import { markNoticesRead } from "@/features/notices/mutations";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import {
  getMemberResource,
  getOwnProfile,
  listBranchMembers,
  listRoleHolders,
  type MemberRow,
  type OwnProfile,
} from "./queries";

export type MyPage = {
  profile: OwnProfile;
  /** The roles to choose from, each with its place. */
  roles: { id: string; label: string }[];
  activeRoleId: string | null;
  consoles: { href: string; label: string }[];
  unread: number;
  oidcName: string | null;
};

/** Which console serves which scopes; a role over another scope has no console of its own. */
const CONSOLES = [
  { permission: "console.branch.open", scopes: ["branch"], href: "/branch", label: "支部工作" },
  { permission: "console.committee.open", scopes: ["zone", "station"], href: "/committee", label: "工委工作台" },
  { permission: "console.admin.open", scopes: ["zone"], href: "/admin", label: "系统管理" },
] as const;

/** 我的: who I am, which consoles my roles open. */
export async function loadMyPage(): Promise<MyPage> {
  const { session, own } = await gateMember("/me");
  const [profile, actor, notices] = await Promise.all([
    getOwnProfile(own, now()),
    getActor(own.memberId, now()),
    listNotices(own),
  ]);
  const consoles = CONSOLES.filter(({ permission, scopes }) =>
    grantsFor(actor, permission).some((grant) => scopes.some((scope) => scope === grant.scopeKind)),
  );
  return {
    profile,
    roles: profile.roles.map(({ id, role, scopeName }) => ({ id, label: `${scopeName}，${ROLE_LABELS[role]}` })),
    activeRoleId: session.activeRoleId,
    consoles: consoles.map(({ href, label }) => ({ href, label })),
    unread: notices.filter((notice) => notice.readAt === null).length,
    oidcName: env().OIDC_ISSUER ? (env().OIDC_NAME ?? "统一身份") : null,
  };
}

/** A page under /me that only needs the gate. */
export async function loadOwnGate(path: string): Promise<void> {
  await gateMember(path);
}

/** 消息; reading the page marks them read. */
export async function loadNotices(): Promise<NoticeRow[]> {
  const { own } = await gateMember("/me/notices");
  const notices = await listNotices(own);
  await markNoticesRead(own.memberId, now());
  return notices;
}

export type PersonRow = MemberRow & { mayIssueCode: boolean; mayInvite: boolean };
export type PeoplePage = { who: string; place: string; people: PersonRow[] };

async function withRights(memberId: string, rows: MemberRow[]): Promise<PersonRow[]> {
  const actor = await getActor(memberId, now());
  return Promise.all(
    rows.map(async (row) => {
      const resource = await getMemberResource(row.id, now());
      return {
        ...row,
        mayIssueCode: row.state === "active" && can(actor, "member.code.issue", resource),
        mayInvite: row.state === "invited" && can(actor, "invitation.issue", resource),
      };
    }),
  );
}

/** The branch's people, with the help their officer may give. */
export async function loadBranchPeople(path: string): Promise<PeoplePage> {
  const { session, scope } = await gateBranch(path);
  const [rows, place, profile] = await Promise.all([
    listBranchMembers(scope, now()),
    findBranchName(scope),
    getOwnProfile(session, now()),
  ]);
  return { who: profile.name, place, people: await withRights(session.memberId, rows) };
}

/** Everybody with a role, for administrators. */
export async function loadAccounts(): Promise<PeoplePage> {
  const { session, scope } = await gateAdmin("/admin/people");
  const [rows, profile] = await Promise.all([listRoleHolders(scope, now()), getOwnProfile(session, now())]);
  return { who: profile.name, place: "全区", people: await withRights(session.memberId, rows) };
}
