import type { MemberValues } from "@/domain/imports/members";
import { lookupHash, sealText } from "@/lib/crypto";
import type { NewRow } from "@/lib/db/prepared";
import { newId } from "@/lib/randomness";
import { firstPlaces, isLoginAdded } from "../view";
import type { StagedRow } from "../types";
import { auditRow, changesOf, type Writing, type Written } from "./organisation-written";

const UPDATE = "UPDATE member SET name = ?, standing = ?, version = version + 1 WHERE id = ? AND state <> 'left'";

/**
 * A new person with logins, employment and membership, who comes in by an invitation; or a new name and standing of a known
 * one, a further login, and a first employer or branch where there was none.
 */
export function memberWritten(row: StagedRow, writing: Writing): Written {
  const values = row.values as MemberValues;
  return row.existingId === null ? added(values, writing) : changed(row, row.existingId, values, writing);
}

function added(values: MemberValues, writing: Writing): Written {
  const { now, today } = writing;
  const { name, standing, workNumber, organisationId, branchId } = values;
  const memberId = newId(now);
  const since = values.joined ?? today;
  const detail = { standing, organisationId, branchId, since };
  const act = { action: "member.create", subjectKind: "member", subjectId: memberId, detail };
  return {
    add: {
      member: { id: memberId, name, standing, state: "invited", time_factor: 100, version: 0, created_at: now },
      login: loginsOf(memberId, values, now),
      ...placesOf({ memberId, organisationId, branchId, workNumber, since }, now),
      audit_entry: auditRow(writing, act),
    },
    change: null,
  };
}

function changed(row: StagedRow, memberId: string, values: MemberValues, writing: Writing): Written {
  const { name, standing, workNumber, logins } = values;
  const places = { memberId, ...firstPlaces(values, row.changes), workNumber, since: writing.today };
  const subject = { subjectKind: "member", subjectId: memberId };
  const edits = row.changes.filter((change) => !isLoginAdded(change));
  const acts = [
    ...(edits.length === 0 ? [] : [{ action: "member.edit", detail: changesOf({ changes: edits }) }]),
    // On record without the login itself, as where one is added by hand.
    ...logins.map(({ kind }) => ({ action: "member.login.add", detail: { after: { means: kind } } })),
  ];
  return {
    add: {
      login: loginsOf(memberId, values, writing.now),
      ...placesOf(places, writing.now),
      audit_entry: acts.map((act) => auditRow(writing, { ...subject, ...act })),
    },
    change: [UPDATE, [name, standing, memberId]],
  };
}

const loginsOf = (memberId: string, { logins }: MemberValues, now: Date): NewRow[] =>
  logins.map(({ value, kind }) => ({
    ...{ id: newId(now), member_id: memberId, kind, created_at: now },
    ...{ hash: lookupHash("login", value), cipher: sealText(value) },
  }));

type Places = {
  memberId: string;
  organisationId: string | null;
  branchId: string | null;
  workNumber: string | null;
  since: string;
};

function placesOf(
  { memberId, organisationId, branchId, workNumber, since }: Places,
  now: Date,
): Record<string, NewRow> {
  const common = { member_id: memberId, since, until: null };
  const employment = { id: newId(now), ...common, organisation_id: organisationId, work_number: workNumber };
  const membership = { id: newId(now), ...common, branch_id: branchId };
  return {
    ...(organisationId === null ? {} : { employment }),
    ...(branchId === null ? {} : { membership }),
  };
}
