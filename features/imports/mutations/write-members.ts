import type { MemberValues } from "@/domain/imports/members";
import { lookupHash, sealText } from "@/lib/crypto";
import type { NewRow, Sql } from "@/lib/db/prepared";
import { newId } from "@/lib/randomness";
import { firstPlaces } from "../view";
import type { StagedRow } from "../types";
import { auditRow, changesOf, insertMany, type Writing } from "./write-organisations";

const UPDATE = "UPDATE member SET name = ?, standing = ?, version = version + 1 WHERE id = ? AND state <> 'left'";

type Tables = { member: NewRow[]; login: NewRow[]; employment: NewRow[]; membership: NewRow[]; audit_entry: NewRow[] };

/**
 * People of an import: new ones with login, employment and membership, who come in by an invitation; new names and
 * standings of known ones, and a first employer or branch where there was none.
 */
export async function writeMembers(sql: Sql, writing: Writing): Promise<void> {
  const tables: Tables = { member: [], login: [], employment: [], membership: [], audit_entry: [] };
  for (const row of writing.rows) {
    if (row.existingId === null) addNew(tables, row.values as MemberValues, writing);
    else await change(sql, tables, { ...row, existingId: row.existingId }, writing);
  }
  await insertMany(sql, "member", tables.member);
  await insertMany(sql, "login", tables.login);
  await insertMany(sql, "employment", tables.employment);
  await insertMany(sql, "membership", tables.membership);
  await insertMany(sql, "audit_entry", tables.audit_entry);
}

function addNew(tables: Tables, values: MemberValues, writing: Writing): void {
  const { now, today } = writing;
  const { name, standing, login, loginKind, organisationId, branchId } = values;
  const memberId = newId(now);
  tables.member.push({ id: memberId, name, standing, state: "invited", time_factor: 100, version: 0, created_at: now });
  tables.login.push({
    ...{ id: newId(now), member_id: memberId, kind: loginKind, created_at: now },
    ...{ hash: lookupHash("login", login), cipher: sealText(login) },
  });
  const since = values.joined ?? today;
  addPlaces(tables, { memberId, organisationId, branchId, workNumber: values.workNumber, since }, now);
  const detail = { standing, organisationId, branchId, since };
  const act = { action: "member.create", subjectKind: "member", subjectId: memberId, detail };
  tables.audit_entry.push(auditRow(writing, act));
}

async function change(
  sql: Sql,
  tables: Tables,
  row: StagedRow & { existingId: string },
  writing: Writing,
): Promise<void> {
  const values = row.values as MemberValues;
  const memberId = row.existingId;
  await sql.change(UPDATE, [values.name, values.standing, memberId]);
  const { workNumber } = values;
  addPlaces(tables, { memberId, ...firstPlaces(values, row.changes), workNumber, since: writing.today }, writing.now);
  const act = { action: "member.edit", subjectKind: "member", subjectId: memberId, detail: changesOf(row) };
  tables.audit_entry.push(auditRow(writing, act));
}

type Places = {
  memberId: string;
  organisationId: string | null;
  branchId: string | null;
  workNumber: string | null;
  since: string;
};

function addPlaces(tables: Tables, { memberId, organisationId, branchId, workNumber, since }: Places, now: Date): void {
  const common = { member_id: memberId, since, until: null };
  if (organisationId !== null) {
    tables.employment.push({ id: newId(now), ...common, organisation_id: organisationId, work_number: workNumber });
  }
  if (branchId !== null) tables.membership.push({ id: newId(now), ...common, branch_id: branchId });
}
