import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { DUTY_RULES } from "@/domain/imports/duties";
import { MEMBER_RULES, ORGANISATION_RULES } from "@/domain/imports/fields";
import { PROJECT_RULES } from "@/domain/imports/projects";
import { QUESTION_RULES } from "@/domain/imports/questions";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { findImport, listAbsentNames, listStaged, listStagedBetween, type ImportFileRow } from "../queries/find-import";
import { importPartSchema, type ImportPart } from "../schema";
import type { ImportField, StagedRow, StagedState } from "../types";
import { faultLines, type FaultLine } from "../view";
import { resourceOf } from "./load-imports";

const PAGE_LENGTH = 50;
const AROUND = 2;
const NAMES = 200;

export type ImportPage = {
  path: string;
  who: string;
  place: string;
  file: ImportFileRow;
  show: NonNullable<ImportPart["show"]>;
  part: ImportPart;
  pages: number;
  /** Faults by column: letter, head, how many. */
  columns: { column: string; label: string; count: number }[];
  faults: FaultLine[];
  rows: StagedRow[];
  absent: string[];
  /** The row that is looked at, with those beside it. */
  nearby: { number: number; rows: StagedRow[] } | null;
  labels: Readonly<Partial<Record<ImportField, string>>>;
};

const STATES: Readonly<Record<"updates" | "moves" | "new", StagedState>> = {
  ...{ updates: "update", moves: "move", new: "new" },
};

/** One file: how far it is, or what it would write and what is wrong with it. For those who may write it: it has phones. */
export async function loadImport(
  id: string,
  params: Promise<Record<string, string | string[] | undefined>>,
): Promise<ImportPage> {
  const path = `/committee/imports/${id}`;
  const { session, scope, actor, grant } = await gateCommittee(path);
  const file = await findImport(scope, id);
  if (file === null || !can(actor, "register.import", resourceOf(file))) notFound();
  const part = importPartSchema.parse(await params);
  const show = part.show ?? (file.counts?.fault !== 0 ? "faults" : file.kind === "duties" ? "updates" : "new");
  const frame = await findFrame(session.memberId, grant);
  const labels = labelsOf(file);
  const seen = file.isKept && file.state === "checked" ? await partOf(file, show, part) : NOTHING;
  return {
    ...{ path, ...frame, file, show, part, labels, ...seen },
  };
}

const RULES = {
  ...{ organisations: ORGANISATION_RULES, members: MEMBER_RULES, questions: QUESTION_RULES, projects: PROJECT_RULES },
  duties: DUTY_RULES,
} as const;

const labelsOf = ({ kind }: ImportFileRow): ImportPage["labels"] =>
  Object.fromEntries(RULES[kind].map(({ field, label }) => [field, label]));

type Part = Pick<ImportPage, "pages" | "columns" | "faults" | "rows" | "absent" | "nearby">;

const NOTHING: Part = { pages: 1, columns: [], faults: [], rows: [], absent: [], nearby: null };

async function partOf(file: ImportFileRow, show: ImportPage["show"], part: ImportPart): Promise<Part> {
  if (show === "faults") return faultsOf(file, part);
  if (show === "absent") return { ...NOTHING, absent: await listAbsentNames(file, NAMES) };
  const rows = await listStaged(file.id, [STATES[show]]);
  return { ...NOTHING, ...paged(rows.length), rows: pageOf(rows, part.page) };
}

async function faultsOf(file: ImportFileRow, part: ImportPart): Promise<Part> {
  const all = faultLines(await listStaged(file.id, ["fault"]), labelsOf(file));
  const chosen = part.column === undefined ? all : all.filter(({ column }) => column === part.column);
  const counts = new Map<string, { column: string; label: string; count: number }>();
  for (const { column, label } of all) {
    const before = counts.get(column)?.count ?? 0;
    if (column !== "") counts.set(column, { column, label, count: before + 1 });
  }
  const number = part.row ?? chosen[0]?.row;
  const nearby =
    number === undefined ? null : { number, rows: await listStagedBetween(file.id, number - AROUND, number + AROUND) };
  const columns = [...counts.values()].sort((a, b) => b.count - a.count);
  return { ...NOTHING, ...paged(chosen.length), columns, faults: pageOf(chosen, part.page), nearby };
}

const paged = (count: number) => ({ pages: Math.max(1, Math.ceil(count / PAGE_LENGTH)) });

const pageOf = <Item>(items: readonly Item[], page: number): Item[] =>
  items.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH);
