import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { grantAt } from "@/domain/access/consoles";
import type { Actor } from "@/domain/access/types";
import { gateAdmin } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { searchAudit } from "./queries/log";
import { auditFilterSchema, type AuditFilter } from "./schema";
import { ACTION_LABELS, auditLine, type AuditLine } from "./view";

/** The parameters of an address, as a page gets them. */
export type Params = Promise<Record<string, string | string[] | undefined>>;

export type AuditPage = {
  who: string;
  place: string;
  filter: AuditFilter;
  /** True when something is filtered: there may be more without it. */
  isNarrow: boolean;
  /** Too many are called so to look for all of them. */
  isPart: boolean;
  actions: { value: string; label: string }[];
  lines: AuditLine[];
  next: string | null;
};

const PAGE_LENGTH = 50;
/** As many as one spreadsheet takes, fetched in parts. */
const SHEET_LENGTH = 20_000;
const PART_LENGTH = 1_000;

const PATH = "/admin/audit";

async function gateAudit() {
  const console = await gateAdmin(PATH);
  if (!can(console.actor, "audit-log.read", { kind: "audit-log" })) notFound();
  return console;
}

/** Those who work for the committee of the zone as well are led to its pages; to others they would not open. */
function opensDesk(actor: Actor, chosenId: string | null): boolean {
  const grant = grantAt("committee", actor.grants, chosenId);
  return grant?.role === "committee" && grant.scopeKind === "zone";
}

/** 操作记录, newest first, for administrators only. */
export async function loadAudit(params: Params): Promise<AuditPage> {
  const { session, grant, actor } = await gateAudit();
  const filter = auditFilterSchema.parse(await params);
  const [frame, { rows, next, isPart, ...known }] = await Promise.all([
    findFrame(session.memberId, grant),
    searchAudit(filter, PAGE_LENGTH),
  ]);
  const narrowing = [filter.actor, filter.action, filter.subject, filter.from, filter.to];
  return {
    ...{ ...frame, filter, isNarrow: narrowing.some((value) => value !== ""), isPart, next },
    actions: Object.entries(ACTION_LABELS).map(([value, label]) => ({ value, label })),
    lines: rows.map((row) => auditLine(row, known, opensDesk(actor, session.activeRoleId))),
  };
}

export type AuditSheet = {
  lines: AuditLine[];
  /** There are more acts than one sheet takes. */
  isCut: boolean;
  /** Too many are called so to look for all of them. */
  isPart: boolean;
};

/** What the filter fits, for a spreadsheet: at most 20,000 acts. */
export async function loadAuditSheet(params: Record<string, string>): Promise<AuditSheet> {
  await gateAudit();
  const filter = auditFilterSchema.parse(params);
  const lines: AuditLine[] = [];
  let isPart = false;
  let before: string | null = "";
  while (before !== null && lines.length < SHEET_LENGTH) {
    const part: Awaited<ReturnType<typeof searchAudit>> = await searchAudit({ ...filter, before }, PART_LENGTH);
    lines.push(...part.rows.map((row) => auditLine(row, part, false)));
    before = part.next;
    isPart = part.isPart;
  }
  return { lines, isCut: before !== null, isPart };
}
