import "server-only";
import { CONSOLE_HOMES, consoleOf, grantAt, type ConsoleName } from "@/domain/access/consoles";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import { gateMember } from "@/features/access/gates/page";
import { currentSession } from "@/features/access/gates/session";
import { getActor } from "@/features/access/queries";
import { countUnread } from "@/features/notices/queries";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { getOwnProfile, listOwnRoles, type OwnProfile } from "./queries";

export type MyPage = {
  profile: OwnProfile;
  /** The roles to choose from, each with its place. */
  roles: { id: string; label: string }[];
  activeRoleId: string | null;
  consoles: { href: string; label: string }[];
  unread: number;
  oidcName: string | null;
};

/** What 我的 calls the consoles. */
const CONSOLE_LABELS: Readonly<Record<ConsoleName, string>> = {
  branch: "支部工作",
  organisation: "本单位",
  committee: "工委工作台",
  admin: "系统管理",
};

const CONSOLE_NAMES: readonly ConsoleName[] = ["branch", "organisation", "committee", "admin"];

/** 我的: who I am, which consoles my roles open. */
export async function loadMyPage(): Promise<MyPage> {
  const { session, own } = await gateMember("/me");
  const [profile, actor, unread] = await Promise.all([
    getOwnProfile(own, now()),
    getActor(own.memberId, now()),
    countUnread(own, now()),
  ]);
  const names = new Set(actor.grants.map(consoleOf));
  const consoles = CONSOLE_NAMES.filter((name) => names.has(name));
  return {
    profile,
    roles: profile.roles.map(({ id, role, scopeName }) => ({ id, label: `${scopeName}，${ROLE_LABELS[role]}` })),
    activeRoleId: session.activeRoleId,
    consoles: consoles.map((name) => ({ href: CONSOLE_HOMES[name], label: CONSOLE_LABELS[name] })),
    unread,
    oidcName: env().OIDC_ISSUER ? (env().OIDC_NAME ?? "统一身份") : null,
  };
}

/** A page under /me that only needs the gate. */
export async function loadOwnGate(path: string): Promise<void> {
  await gateMember(path);
}

export type RoleChoices = { roles: { id: string; label: string }[]; inUse: string };

/** Which pages the role in use finds. */
type RailReach = { isZoneWide: boolean; isReader: boolean };

/** The roles to switch between on a console, and the one in use there; null for whoever holds one alone. */
export async function loadRail(name: ConsoleName): Promise<{ choices: RoleChoices | null } & RailReach> {
  const session = await currentSession();
  if (!session) return { choices: null, isZoneWide: false, isReader: true };
  const roles = (await listOwnRoles(session, now())).filter((role) => consoleOf(role) !== null);
  const inUse = grantAt(name, roles, session.activeRoleId);
  const reach = { isZoneWide: inUse?.scopeKind === "zone", isReader: inUse?.role === "instructor" };
  if (!inUse || roles.length < 2) return { choices: null, ...reach };
  const labelled = roles.map(({ id, role, scopeName }) => ({ id, label: `${scopeName}，${ROLE_LABELS[role]}` }));
  return { choices: { roles: labelled, inUse: inUse.id }, ...reach };
}
