import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { MEMBER_RULES, ORGANISATION_RULES, type FieldRule } from "@/domain/imports/fields";
import { dutyChecker, DUTY_RULES, yearsNamed, type DutyField } from "@/domain/imports/duties";
import { findTable, type ImportTable } from "@/domain/imports/header";
import { memberLogins } from "@/domain/imports/member-logins";
import { maskedNames } from "@/domain/imports/masked-phones";
import { memberChecker, type ExistingMember } from "@/domain/imports/members";
import { organisationChecker, type ExistingOrganisation } from "@/domain/imports/organisations";
import { projectChecker, PROJECT_RULES, type ProjectField } from "@/domain/imports/projects";
import { questionChecker, QUESTION_RULES, type QuestionField } from "@/domain/imports/questions";
import { absentFrom } from "@/domain/imports/result";
import type { SheetRow } from "@/domain/imports/types";
import { AppError } from "@/lib/errors";
import { readWorkbook } from "@/lib/sheets/read";
import {
  getMemberLookups,
  getOrganisationLookups,
  getProjectLookups,
  getQuestionLookups,
  listEmployedIds,
  listScopeOrganisationIds,
} from "../queries/get-lookups";
import { listKnownDuties } from "../queries/list-known-duties";
import { dutyStaged, memberStaged, organisationStaged, projectStaged, questionStagedBy } from "../view";
import type { ChosenColumns, ImportField, ImportKind, StagedRow, UnderstoodTable } from "../types";

export type Uploaded = {
  readonly kind: ImportKind;
  readonly stationId: string | null;
  readonly content: Uint8Array;
  /** Empty: as the heads say. */
  readonly chosen: ChosenColumns;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly now: Date;
  /** Whoever brought it in; at the writing, whoever writes it. */
  readonly actorId: string;
};

export type Judged = {
  readonly table: UnderstoodTable;
  readonly rows: readonly StagedRow[];
  /** Ids of what the file could have spoken of and did not. */
  readonly absent: readonly string[];
};

type Judging = { readonly total: number; readonly done: number };

/** Rows of one slice: other requests get their turn after each. */
const SLICE = 250;

/**
 * Reads an uploaded sheet and judges every row against what is stored now. Writes nothing. `progress` is told after every
 * slice. Throws an AppError ("invalid") in Chinese for a file that cannot be read at all.
 */
export async function judgeRows(uploaded: Uploaded, progress: (so: Judging) => Promise<void>): Promise<Judged> {
  const { sheets } = await readWorkbook(uploaded.content);
  const { chosen } = uploaded;
  switch (uploaded.kind) {
    case "organisations":
      return judgeOrganisations(tableOf(sheets, ORGANISATION_RULES, chosen), uploaded, progress);
    case "members":
      return judgeMembers(tableOf(sheets, MEMBER_RULES, chosen), uploaded, progress);
    case "questions":
      return judgeQuestions(tableOf(sheets, QUESTION_RULES, chosen), progress);
    case "projects":
      return judgeProjects(tableOf(sheets, PROJECT_RULES, chosen), uploaded, progress);
    case "duties":
      return judgeDuties(tableOf(sheets, DUTY_RULES, chosen), uploaded, progress);
  }
}

type Sheets = Awaited<ReturnType<typeof readWorkbook>>["sheets"];

function tableOf<F extends ImportField>(
  sheets: Sheets,
  rules: readonly FieldRule<F>[],
  chosen: ChosenColumns,
): ImportTable<F> {
  const table = findTable(sheets, rules);
  if (table === null) {
    const heads = rules.slice(0, 3).map(({ label }) => label);
    throw new AppError("invalid", `没有找到表头。表头要写在同一行，例如${heads.join("、")}，可以先下载模板。`);
  }
  const isChosen = Object.keys(chosen).length > 0;
  if (isChosen) return { ...table, columns: chosen as ImportTable<F>["columns"] };
  const [fault] = table.faults;
  if (fault) throw new AppError("invalid", `${fault.problem}${fault.remedy}`);
  return table;
}

async function judgeOrganisations(
  table: ImportTable<"name" | "kind" | "shortCode" | "creditCode" | "station">,
  { stationId }: Uploaded,
  progress: (so: Judging) => Promise<void>,
): Promise<Judged> {
  const lookups = await getOrganisationLookups(stationId);
  const byId = new Map(lookups.organisations.map((each) => [each.id, each]));
  const check = organisationChecker(table, lookups);
  const judge = (row: SheetRow) => organisationStaged(check(row), (id) => byId.get(id) ?? null);
  const rows = await inSlices(table.rows, judge, progress);
  const known = (await listScopeOrganisationIds(stationId)).map((id) => ({ id }));
  return { table: understood(table, rows), rows, absent: absentFrom(known, rows).map(({ id }) => id) };
}

/** Drafts at a time: each is looked at by a second person. */
const MOST_QUESTIONS = 500;

async function judgeQuestions(
  table: ImportTable<QuestionField>,
  progress: (so: Judging) => Promise<void>,
): Promise<Judged> {
  if (table.rows.length > MOST_QUESTIONS) {
    throw new AppError("invalid", `一个表最多${MOST_QUESTIONS}道题，这个表有${table.rows.length}道，请分成几个表。`);
  }
  const rows = await inSlices(
    table.rows,
    questionStagedBy(questionChecker(table, await getQuestionLookups())),
    progress,
  );
  return { table: understood(table, rows), rows, absent: [] };
}

/** Proposals at a time: each is read by two people. */
const MOST_PROJECTS = 500;

async function judgeProjects(
  table: ImportTable<ProjectField>,
  { stationId, today }: Uploaded,
  progress: (so: Judging) => Promise<void>,
): Promise<Judged> {
  if (table.rows.length > MOST_PROJECTS) {
    throw new AppError("invalid", `一个表最多${MOST_PROJECTS}个项目，这个表有${table.rows.length}个，请分成几个表。`);
  }
  const check = projectChecker(table, await getProjectLookups(stationId, today));
  const rows = await inSlices(table.rows, (row) => projectStaged(check(row)), progress);
  return { table: understood(table, rows), rows, absent: [] };
}

async function judgeDuties(
  table: ImportTable<DutyField>,
  { stationId, actorId, today }: Uploaded,
  progress: (so: Judging) => Promise<void>,
): Promise<Judged> {
  const duties = await listKnownDuties(stationId, { years: yearsNamed(table), today });
  const check = dutyChecker(table, { duties, actorId });
  const rows = await inSlices(table.rows, (row) => dutyStaged(check(row)), progress);
  return { table: understood(table, rows), rows, absent: [] };
}

async function judgeMembers(
  table: Parameters<typeof memberChecker>[0],
  uploaded: Uploaded,
  progress: (so: Judging) => Promise<void>,
): Promise<Judged> {
  const { today } = uploaded;
  const loginsOf = (organisations: readonly ExistingOrganisation[]) => memberLogins(table, organisations);
  const lookups = await getMemberLookups(uploaded, { loginsOf, maskedNames: maskedNames(table) });
  const byId = new Map<string, ExistingMember>([...lookups.membersByLogin.values()].map((each) => [each.id, each]));
  const check = memberChecker(table, lookups);
  const judge = (row: SheetRow) => memberStaged(check(row), (id) => byId.get(id) ?? null);
  const rows = await inSlices(table.rows, judge, progress);
  const known = await listEmployedIds([...new Set(rows.flatMap(({ values }) => employerOf(values)))], today);
  const absent = absentFrom(
    known.map((id) => ({ id })),
    rows,
  );
  return { table: understood(table, rows), rows, absent: absent.map(({ id }) => id) };
}

const employerOf = (values: StagedRow["values"]): string[] =>
  values !== null && "organisationId" in values && values.organisationId !== null ? [values.organisationId] : [];

async function inSlices(
  rows: readonly SheetRow[],
  judge: (row: SheetRow) => StagedRow,
  progress: (so: Judging) => Promise<void>,
): Promise<StagedRow[]> {
  const judged: StagedRow[] = [];
  for (let from = 0; from < rows.length; from += SLICE) {
    judged.push(...rows.slice(from, from + SLICE).map(judge));
    await progress({ total: rows.length, done: judged.length });
    await setImmediate();
  }
  return judged;
}

function understood<F extends ImportField>(table: ImportTable<F>, rows: readonly StagedRow[]): UnderstoodTable {
  const known = Object.entries(table.columns) as [F, string][];
  const heads = new Map<string, string>(table.unknown.map(({ column, head }) => [column, head]));
  for (const [field, head] of Object.entries(table.heads) as [F, string][]) heads.set(table.columns[field] ?? "", head);
  const columns = [...new Set([...heads.keys(), ...known.map(([, column]) => column)])].filter(Boolean);
  const byName = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1);
  return {
    ...{ sheet: table.sheet, headerRow: table.headerRow, skipped: table.skipped },
    columns: columns.sort(byName).map((column) => ({
      column,
      head: heads.get(column) ?? "",
      field: known.find(([, each]) => each === column)?.[0] ?? null,
    })),
    digest: digestOf(rows),
  };
}

/** Over everything that would be written: changes when a row would be written in another way, or not at all. */
function digestOf(rows: readonly StagedRow[]): string {
  const hash = createHash("sha256");
  for (const { number, state, existingId, values } of rows) {
    hash.update(`${JSON.stringify([number, state, existingId, values])}\n`);
  }
  return hash.digest("hex");
}
