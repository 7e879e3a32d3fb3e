import type { ProjectValues } from "@/domain/imports/projects";
import { sealText } from "@/lib/crypto";
import { newId } from "@/lib/randomness";
import type { StagedRow } from "../types";
import { auditRow, type Writing, type Written } from "./organisation-written";

/** A proposal of whoever brought the sheet in, with its contact sealed; two others still pass it. */
export function projectWritten(row: StagedRow, writing: Writing): Written {
  const { now, actorId, today } = writing;
  const { stationId, text, contact } = row.values as ProjectValues;
  const id = newId(now);
  const { contactName: name, contactAddress: address, contactPhone: phone } = contact;
  const after = { projectKind: text.kind, area: text.area, contactKind: contact.contactKind };
  const act = { action: "project.propose", subjectKind: "project", subjectId: id, detail: { after } };
  const project = {
    ...{ id, station_id: stationId, ...text, state: "submitted", version: 0, writers: JSON.stringify([actorId]) },
    ...{ contact_kind: contact.contactKind, is_under_14: contact.isUnder14, consent_by: contact.consentBy },
    ...{ consent_on: contact.consentOn, consent_how: contact.consentHow, consent_recorded_by_id: actorId },
    ...{ created_at: now, updated_at: now },
  };
  const sealed = { project_id: id, cipher: sealText(JSON.stringify({ name, address, phone })) };
  return {
    add: {
      project,
      ...(contact.contactKind === "person" ? { project_contact: { ...sealed, stored_on: today, stored_at: now } } : {}),
      audit_entry: auditRow(writing, act),
    },
    change: null,
  };
}
