import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { isYear } from "@/domain/duties/rhythm";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { listHistory } from "@/features/audit/queries/log";
import type { HistoryLine } from "@/features/audit/view";
import { now } from "@/lib/clock";
import { findTemplate, listTemplates, type LineRow, type TemplateRow } from "../queries/templates";
import { templateStateWords } from "../view/words";
import { yearsOffered } from "../view/years";

type Frame = { who: string; place: string };

export type TemplatesPage = Frame & {
  templates: (TemplateRow & { stateWords: string })[];
  /** Years that have none yet, for those who may draw one up. */
  offered: string[];
};

/** 责任清单: the templates there are. */
export async function loadTemplates(): Promise<TemplatesPage> {
  const { session, actor, grant } = await gateCommittee("/committee/duties/years");
  const [frame, rows] = await Promise.all([findFrame(session.memberId, grant), listTemplates()]);
  const mayDraw = can(actor, "duty.draw-up", { kind: "zone" });
  const known = new Set(rows.map(({ year }) => year));
  return {
    ...frame,
    templates: rows.map((row) => ({ ...row, stateWords: templateStateWords(row.state) })),
    offered: mayDraw ? yearsOffered(businessDateOf(now())).filter((year) => !known.has(year)) : [],
  };
}

export type TemplatePage = Frame & {
  year: string;
  version: number;
  isIssued: boolean;
  stateWords: string;
  lines: LineRow[];
  removed: LineRow[];
  mayDraw: boolean;
  history: HistoryLine[];
};

/** The template of one year with its lines. */
export async function loadTemplate(year: string): Promise<TemplatePage> {
  const { session, scope, actor, grant } = await gateCommittee(`/committee/duties/years/${year}`);
  const template = isYear(year) ? await findTemplate(year) : null;
  if (template === null) notFound();
  const [frame, history] = await Promise.all([
    findFrame(session.memberId, grant),
    listHistory(scope, { kind: "duty-template", id: year }, now()),
  ]);
  const { state, version, issuedAt, lines } = template;
  const since = issuedAt === null ? "" : `，${formatFull(businessDateOf(issuedAt))}`;
  return {
    ...{ ...frame, year, version, history, isIssued: state === "issued" },
    stateWords: `${templateStateWords(state)}${since}`,
    lines: lines.filter((line) => line.state === "active"),
    removed: lines.filter((line) => line.state !== "active"),
    mayDraw: can(actor, "duty.draw-up", { kind: "zone" }),
  };
}
