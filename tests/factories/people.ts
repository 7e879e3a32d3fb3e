import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Standing } from "@/domain/people/standing";
import { createBranch } from "@/features/branches/mutations/create-branch";
import { createMember, type NewMember } from "@/features/members/mutations/create-member";
import { createOrganisation } from "@/features/organisations/mutations/create-organisation";
import { createStation } from "@/features/stations/mutations";
import { hashPassword } from "@/lib/crypto";
import { db } from "@/lib/db";

/**
 * People and places by the product's own mutations; names are fictitious and numbered, so that every call makes new
 * ones and a run is the same as the last.
 */
let counter = 0;

export function nextNumber(): number {
  counter += 1;
  return counter;
}

const now = new Date();
export const TODAY = businessDateOf(now);
/** Everybody is where they are since then. */
export const SINCE = addDays(TODAY, -30);

function made<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result as Extract<T, { ok: true }>;
}

export type Place = { stationId: string; organisationId: string; branchId: string; shortCode: string };

/** A station with one enterprise and its branch. */
export async function makePlace(): Promise<Place> {
  const number = nextNumber();
  const common = { actorId: null, now };
  const shortCode = `T${number}`.padEnd(2, "0");
  const station = made(await createStation({ ...common, name: `示例站${number}`, sort: number }));
  const stationId = station.id;
  const enterprise = { kind: "enterprise", name: `示例企业${number}`, shortCode, stationId } as const;
  const organisationId = made(await createOrganisation({ ...common, ...enterprise })).id;
  const branch = { name: `示例支部${number}`, hostOrganisationId: organisationId, stationId };
  const branchId = made(await createBranch({ ...common, ...branch })).id;
  return { stationId, organisationId, branchId, shortCode };
}

export type Person = { memberId: string; login: string };

/** An active member of a place; without one, of nothing. Anything may be overridden. */
export async function makePerson(place: Place | null, over: Partial<NewMember> = {}): Promise<Person> {
  const number = nextNumber();
  const login = over.login ?? `${place?.shortCode ?? "GW"}-${number}`;
  const standing: Standing = "full";
  const { memberId } = made(
    await createMember({
      ...{ name: `王示例${number}`, standing, login, roles: [], since: SINCE, actorId: null, now },
      ...{ organisationId: place?.organisationId ?? null, branchId: place?.branchId ?? null },
      ...over,
    }),
  );
  await db().member.update({ where: { id: memberId }, data: { state: "active" } });
  return { memberId, login };
}

/** Makes the password of people; hashed once for all of them, because the hash is slow on purpose. */
export async function givePassword(memberIds: readonly string[], password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db().member.updateMany({ where: { id: { in: [...memberIds] } }, data: { passwordHash } });
}
