import { businessDateOf } from "@/domain/calendar/shanghai";
import { isCorrection, replacementFaults, type ContactFault, type Replaced } from "@/domain/projects/consent";
import { moderationFault } from "@/domain/projects/moderation";
import { withWriter } from "@/domain/quizzes/proposal";
import { audit } from "@/features/audit/mutations";
import { inTransaction, type Tx } from "@/lib/db";
import { findForStep, STALE, type Found, type Step, type StepResult } from "./find-for-step";
import type { ContactForm, ProjectText } from "../types";
import { consentOf, keepContact } from "./keep-contact";
import { tellModerators } from "./tell-moderators";

/**
 * Changes the public text while it is not published. Whoever passed it before looks anew; after a return or a first look
 * the station is told that it waits again. Audited.
 */
export function editProject(input: Step & { text: ProjectText }): Promise<StepResult> {
  const { projectId: id, version, text, actorId, now } = input;
  return inTransaction(async (tx): Promise<StepResult> => {
    const found = await findForStep(tx, input, "write");
    if (!found.ok) return found;
    const { count } = await tx.project.updateMany({
      where: { id, version, state: found.project.state },
      data: { ...text, ...anew(found.project.writers, actorId), updatedAt: now },
    });
    if (count === 0) return STALE;
    await tellAnew(tx, { ...found.project, ...text }, input);
    const detail = { after: { projectKind: text.kind, area: text.area } };
    await audit(tx, { actorId, action: "project.edit", subjectKind: "project", subjectId: id, detail, now });
    return { ok: true };
  });
}

export type ReplaceResult = StepResult | { ok: false; reason: "field"; faults: ContactFault[] };

/**
 * Another contact with a consent of its own, for an unpublished project and for a published one whose contact was deleted
 * or is no longer right. Its time begins anew, unless it puts right what was written down today. What is not published is looked at anew, as above. Audited without the
 * contact.
 */
export async function replaceContact(input: Step & { contact: ContactForm }): Promise<ReplaceResult> {
  const { projectId: id, version, contact, actorId, now } = input;
  const today = businessDateOf(now);
  return inTransaction(async (tx): Promise<ReplaceResult> => {
    const found = await findForStep(tx, input, "withdraw");
    if (!found.ok) return found;
    const before = await replacedBy(tx, id);
    const faults = replacementFaults(contact, before, today);
    if (faults.length > 0) return { ok: false, reason: "field", faults };
    const lasting = isCorrection(contact, before, today) ? {} : { endedOn: null };
    const { state, writers } = found.project;
    const isOpen = moderationFault({ step: "write", state, writers, checkerId: null, actorId }) === null;
    const moved = isOpen ? anew(writers, actorId) : { version: { increment: 1 } };
    const { count } = await tx.project.updateMany({
      where: { id, version, state },
      data: { ...consentOf(contact, actorId), ...moved, ...lasting, updatedAt: now },
    });
    if (count === 0) return STALE;
    await keepContact(tx, id, contact, now);
    if (isOpen) await tellAnew(tx, found.project, input);
    await audited(tx, input);
    return { ok: true };
  });
}

async function replacedBy(tx: Tx, projectId: string): Promise<Replaced> {
  const { consentOn, contact } = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { consentOn: true, contact: { select: { storedOn: true } } },
  });
  return { consentOn, storedOn: contact?.storedOn ?? null };
}

function audited(tx: Tx, { projectId, contact, actorId, now }: Step & { contact: ContactForm }): Promise<void> {
  const detail = { after: { contactKind: contact.contactKind } };
  const subject = { subjectKind: "project", subjectId: projectId };
  return audit(tx, { actorId, action: "project.contact.replace", ...subject, detail, now });
}

/** While it waited for the first look already, its station knows. */
async function tellAnew(tx: Tx, project: Found, { version, actorId, now }: Step): Promise<void> {
  if (project.state === "submitted") return;
  const except = withWriter(project.writers, actorId);
  await tellModerators(tx, { ...project, version: version + 1 }, { look: "first", except, now });
}

function anew(writers: readonly string[], actorId: string) {
  return {
    ...{ state: "submitted", checkerId: null, checkedAt: null, reviewNote: "", version: { increment: 1 } },
    writers: JSON.stringify(withWriter(writers, actorId)),
  };
}
