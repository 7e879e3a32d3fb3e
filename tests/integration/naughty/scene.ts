import type { ZoneScope } from "@/features/access/types";
import { db } from "@/lib/db";
import { addStudy } from "@/tests/factories/assignments";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";

/** The places and people that the ways of a text lead over. */
export const NOW = new Date("2026-11-22T02:00:00Z");
export const TODAY = "2026-11-22";
export const ACT = { actorId: "officer", now: NOW } as const;
export const ZONE = { stationId: null } as ZoneScope;

export async function setScene(): Promise<void> {
  await addStation("s1");
  await addOrganisation("o1", "s1");
  await addOrganisation("o2", "s1");
  await addBranch("b1", "s1");
  await addBranch("b2", "s1");
  await addMember({ id: "officer", name: "示例书记", branchId: "b1", organisationId: "o1" });
  await addMember({ id: "anna", branchId: "b1", organisationId: "o1" });
  await db().roleGrant.create({
    data: { memberId: "officer", role: "committee", scopeKind: "zone", scopeId: "", since: "2020-01-01" },
  });
  await addStudy("lessons/naughty/01-x");
}

let counter = 0;

/** A number that no earlier text had: for what has to be unique. */
export function nextNumber(): number {
  counter += 1;
  return counter;
}

/** What a text became on the way from the form to the page: shown, or refused with a sentence. */
export type Outcome = { shown: string } | { refused: string };

export type Way = {
  /** What is done to the text on purpose; default: nothing. */
  keeps?: (text: string) => string;
  /** The text has a form of its own, and none of the list may have it. */
  strict?: true;
  /** The longest text that a rule behind the schema takes. */
  longest?: number;
  /** From the value that the schema gave to the view that a page shows. */
  goes: (text: string) => Promise<Outcome>;
};

export const refused = (detail: string): Outcome => ({ refused: detail });
