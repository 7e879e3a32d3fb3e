import { encode } from "next-auth/jwt";
import type { BrowserContext } from "@playwright/test";
import type { RoleScope } from "@/features/members/mutations/grant-role";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { createBranch } from "@/features/branches/mutations/create-branch";
import { createMember } from "@/features/members/mutations/create-member";
import { createOrganisation } from "@/features/organisations/mutations/create-organisation";
import { openSession } from "@/features/sessions/mutations/open-session";
import { createStation } from "@/features/stations/mutations";
import { hashPassword } from "@/lib/crypto";
import { db } from "@/lib/db";
import { keys } from "@/lib/keys";

/**
 * People and places of a journey's own, written by the product's mutations into the database beside the running server.
 * Names carry a marker, so that a test can say whose text it saw.
 */
process.env["DATA_DIR"] = process.env["E2E_DATA_DIR"];

const now = new Date();
const SINCE = addDays(businessDateOf(now), -30);
const PASSWORD = "学党史走长路2026";

export type Place = { stationId: string; organisationId: string; branchId: string; shortCode: string; marker: string };
export type Person = { memberId: string; login: string; password: string; name: string };

let counter = 0;

/** Letters that no other worker and no earlier call used. */
function fresh(): string {
  counter += 1;
  const unique = (process.pid * 1000 + counter).toString(36).toUpperCase();
  return unique.slice(-6);
}

function idOf(result: { ok: true; id: string } | { ok: false; detail: string }): string {
  if (!result.ok) throw new Error(result.detail);
  return result.id;
}

/** A station with one organisation and its branch. */
export async function makePlace(): Promise<Place> {
  const marker = fresh();
  const common = { actorId: null, now };
  const stationId = idOf(await createStation({ ...common, name: `示例站${marker}`, sort: 50 }));
  const shortCode = `E${marker}`;
  const organisationId = idOf(
    await createOrganisation({ ...common, kind: "enterprise", name: `示例单位${marker}`, shortCode, stationId }),
  );
  const branchId = idOf(
    await createBranch({ ...common, name: `示例支部${marker}`, hostOrganisationId: organisationId, stationId }),
  );
  return { stationId, organisationId, branchId, shortCode, marker };
}

/** An active member of a place, with a password and the roles given. */
export async function makePerson(place: Place, roles: readonly RoleScope[] = []): Promise<Person> {
  const tag = fresh();
  const name = `示例${place.marker}${tag}`;
  const login = `${place.shortCode}-${tag}`;
  const made = await createMember({
    name,
    standing: "full",
    login,
    organisationId: place.organisationId,
    branchId: place.branchId,
    roles,
    since: SINCE,
    actorId: null,
    now,
  });
  if (!made.ok) throw new Error(made.detail);
  const passwordHash = await hashPassword(PASSWORD);
  await db().member.update({ where: { id: made.memberId }, data: { state: "active", passwordHash } });
  return { memberId: made.memberId, login, password: PASSWORD, name };
}

/** Ends the term of every role of a person yesterday. */
export async function letTermsLapse(memberId: string): Promise<void> {
  await db().roleGrant.updateMany({ where: { memberId }, data: { until: addDays(businessDateOf(now), -1) } });
}

export async function revokeRoles(memberId: string): Promise<void> {
  await db().roleGrant.updateMany({ where: { memberId }, data: { revokedAt: new Date() } });
}

/** The cookie header of a fresh session, without the cost of a password. */
export async function sessionCookie(memberId: string): Promise<{ name: string; value: string }> {
  const sessionId = await openSession(memberId, new Date());
  const value = await encode({ token: { sub: memberId, sid: sessionId }, secret: keys().session });
  return { name: "next-auth.session-token", value };
}

/** Signs a person in to a browser. */
export async function signInTo(context: BrowserContext, person: Person): Promise<void> {
  const url = process.env["E2E_BASE_URL"];
  if (!url) throw new Error("E2E_BASE_URL is not set.");
  await context.addCookies([{ ...(await sessionCookie(person.memberId)), url }]);
}
