import { businessDateOf } from "@/domain/calendar/shanghai";
import { contactFaults, type ContactFault } from "@/domain/projects/consent";
import { audit } from "@/features/audit/mutations";
import { db, inTransaction, isUniqueViolation, type Tx } from "@/lib/db";
import { newId } from "@/lib/randomness";
import type { ContactForm, ProjectText } from "../types";
import { consentOf, keepContact } from "./keep-contact";
import { tellModerators } from "./tell-moderators";

export type ProposeResult =
  | { ok: true; projectId: string }
  | { ok: false; reason: "field"; faults: ContactFault[] }
  | { ok: false; reason: "closed" };

export type Proposing = {
  stationId: string;
  text: ProjectText;
  contact: ContactForm;
  /** The same again, by a double tap or after going back, makes no second project. */
  submissionKey: string;
  linkId: string | null;
  /** Null for whoever holds a village's link. */
  actorId: string | null;
  now: Date;
};

/** 申报: the project with its contact and the recorded consent, waiting for the first of two looks, of which its station is told. Audited. */
export async function proposeProject(input: Proposing): Promise<ProposeResult> {
  const faults = contactFaults(input.contact, businessDateOf(input.now));
  if (faults.length > 0) return { ok: false, reason: "field", faults };
  try {
    return await inTransaction((tx) => keep(tx, input));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // The other tap of two was first.
    const row = await db().project.findUniqueOrThrow({ where: { submissionKey: input.submissionKey } });
    return { ok: true, projectId: row.id };
  }
}

async function keep(tx: Tx, input: Proposing): Promise<ProposeResult> {
  const { stationId, text, contact, submissionKey, linkId, actorId, now } = input;
  const held = await tx.project.findUnique({ where: { submissionKey }, select: { id: true } });
  if (held) return { ok: true, projectId: held.id };
  if ((await tx.station.count({ where: { id: stationId, state: "active" } })) === 0)
    return { ok: false, reason: "closed" };
  const id = newId(now);
  await tx.project.create({
    data: {
      ...{ id, stationId, ...text, ...consentOf(contact, actorId), submissionKey, linkId },
      ...{ writers: JSON.stringify(actorId === null ? [] : [actorId]), createdAt: now, updatedAt: now },
    },
  });
  await keepContact(tx, id, contact, now);
  const detail = { after: { projectKind: text.kind, area: text.area, contactKind: contact.contactKind } };
  await audit(tx, { actorId, action: "project.propose", subjectKind: "project", subjectId: id, detail, now });
  const except = actorId === null ? [] : [actorId];
  const waiting = { id, stationId, title: text.title, area: text.area, version: 0, linkId };
  await tellModerators(tx, waiting, { look: "first", except, now });
  return { ok: true, projectId: id };
}
