import { parseLogin } from "@/domain/people/login";
import { normaliseName } from "@/domain/people/name";
import { createBranch } from "@/features/branches/mutations/create-branch";
import { editBranch } from "@/features/branches/mutations/edit-branch";
import { findBranch } from "@/features/branches/queries";
import { addFurtherLogin } from "@/features/members/mutations/further-login";
import { createMember } from "@/features/members/mutations/create-member";
import { editMember } from "@/features/members/mutations/edit-member";
import { nameMember } from "@/features/members/mutations/name-member";
import { createOrganisation } from "@/features/organisations/mutations/create-organisation";
import { editOrganisation } from "@/features/organisations/mutations/edit-organisation";
import { findOrganisation } from "@/features/organisations/queries";
import { findPerson } from "@/features/people/queries/get-person";
import { createStation, editStation } from "@/features/stations/mutations";
import { findStationValues } from "@/features/stations/queries";
import { openText } from "@/lib/crypto";
import { db } from "@/lib/db";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { ACT, nextNumber, NOW, refused, TODAY, ZONE, type Outcome, type Way } from "./scene";

/** Names of people and places are written one way (domain/people/name.ts). */
const named = (goes: Way["goes"]): Way => ({ keeps: normaliseName, goes });

const personShown = async (memberId: string): Promise<Outcome> => ({ shown: (await findPerson(memberId))?.name ?? "" });
const branchShown = async (id: string): Promise<Outcome> => ({ shown: (await findBranch(ZONE, id))?.name ?? "" });
const stationShown = async (id: string): Promise<Outcome> => ({
  shown: (await findStationValues(id))?.values.name ?? "",
});
const organisationShown = async (id: string): Promise<Outcome> => ({
  shown: (await findOrganisation(ZONE, id))?.name ?? "",
});

export const newPerson = named(async (name) => {
  const facts = { name, standing: "full", login: `NZ-${nextNumber()}`, roles: [], since: TODAY } as const;
  const made = await createMember({ ...facts, organisationId: null, branchId: "b1", ...ACT });
  return made.ok ? personShown(made.memberId) : refused(made.detail);
});

export const editedPerson = named(async (name) => {
  const memberId = await addMember({ id: `edited-${nextNumber()}` });
  const result = await editMember({ memberId, version: 0, name, standing: "full", timeFactor: 100, ...ACT });
  return result.ok ? personShown(memberId) : refused(result.reason);
});

export const namedPerson = named(async (name) => {
  const memberId = await addMember({ id: `named-${nextNumber()}` });
  const result = await nameMember({ memberId, name, login: "", ...ACT });
  return result.ok ? personShown(memberId) : refused(result.detail);
});

/** A login is a number or a short code with a number; whatever else it is, it is refused in words. */
export const login: Way = {
  strict: true,
  keeps: (text) => {
    const parsed = parseLogin(text);
    return "value" in parsed ? parsed.value : "";
  },
  goes: async (text) => {
    const memberId = await addMember({ id: `login-${nextNumber()}` });
    const result = await addFurtherLogin({ memberId, login: text, ...ACT });
    if (!result.ok) return refused(result.detail);
    const { cipher } = await db().login.findFirstOrThrow({ where: { memberId } });
    return { shown: openText(cipher) };
  },
};

export const newStation = named(async (name) => {
  const made = await createStation({ name, sort: 50, ...ACT });
  return made.ok ? stationShown(made.id) : refused(made.detail);
});

export const editedStation = named(async (name) => {
  const id = `station-${nextNumber()}`;
  await addStation(id);
  const result = await editStation({ id, version: 0, name, position: 1, ...ACT });
  return result.ok ? stationShown(id) : refused("detail" in result ? result.detail : result.reason);
});

const organisation = (name: string, number: number) =>
  ({ kind: "social", name, shortCode: `N${number.toString(36)}`.padEnd(3, "0"), stationId: "s1" }) as const;

/** Names are unique: what had one gives it back, so that another way may take it. */
async function freed(kind: "organisation" | "branch", id: string, outcome: Outcome): Promise<Outcome> {
  const name = `示例让出${id}`;
  if (kind === "branch") await db().branch.update({ where: { id }, data: { name } });
  else await db().organisation.update({ where: { id }, data: { name, nameKey: name } });
  return outcome;
}

export const newOrganisation = named(async (name) => {
  const made = await createOrganisation({ ...organisation(name, nextNumber()), ...ACT });
  return made.ok ? freed("organisation", made.id, await organisationShown(made.id)) : refused(made.detail);
});

export const editedOrganisation = named(async (name) => {
  const number = nextNumber();
  const id = `e${number.toString(36)}`.padEnd(3, "0");
  await addOrganisation(id, "s1");
  const result = await editOrganisation({ id, version: 0, ...organisation(name, number), ...ACT });
  return result.ok ? organisationShown(id) : refused("detail" in result ? result.detail : result.reason);
});

/** Codes have a form of their own; what does not fit is refused in words. */
const code = (field: "shortCode" | "creditCode"): Way => ({
  strict: true,
  keeps: () => "",
  goes: async (text) => {
    const facts = { ...organisation(`示例码${nextNumber()}`, nextNumber()), [field]: text };
    const made = await createOrganisation({ ...facts, ...ACT });
    return made.ok ? { shown: "" } : refused(made.detail);
  },
});

export const shortCode = code("shortCode");
export const creditCode = code("creditCode");

export const newBranch = named(async (name) => {
  const made = await createBranch({ name, hostOrganisationId: null, stationId: "s1", ...ACT });
  return made.ok ? freed("branch", made.id, await branchShown(made.id)) : refused(made.detail);
});

export const editedBranch = named(async (name) => {
  const id = `branch-${nextNumber()}`;
  await addBranch(id, "s1");
  const facts = { name, hostOrganisationId: null, stationId: "s1" };
  const result = await editBranch({ id, version: 0, ...facts, actorId: ACT.actorId, now: NOW });
  return result.ok ? branchShown(id) : refused("detail" in result ? result.detail : result.reason);
});
