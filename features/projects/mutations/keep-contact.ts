import { businessDateOf } from "@/domain/calendar/shanghai";
import { sealText } from "@/lib/crypto";
import type { Tx } from "@/lib/db";
import type { ContactForm } from "../types";

/** What the project says of its contact and the consent. */
export function consentOf(form: ContactForm, recordedById: string | null) {
  const { contactKind, isUnder14, consentBy, consentOn, consentHow } = form;
  return { contactKind, isUnder14, consentBy, consentOn, consentHow, consentRecordedById: recordedById };
}

/** The person's contact, sealed, in the place of the one before; nothing is kept when the station is the contact. */
export async function keepContact(tx: Tx, projectId: string, form: ContactForm, now: Date): Promise<void> {
  await tx.projectContact.deleteMany({ where: { projectId } });
  if (form.contactKind === "station") return;
  const { contactName: name, contactAddress: address, contactPhone: phone } = form;
  const cipher = sealText(JSON.stringify({ name, address, phone }));
  await tx.projectContact.create({ data: { projectId, cipher, storedOn: businessDateOf(now), storedAt: now } });
}
