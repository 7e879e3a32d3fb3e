import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { listHistory } from "@/features/audit/queries/log";
import type { HistoryLine } from "@/features/audit/view";
import { now } from "@/lib/clock";
import { findDutyList } from "../queries/duty-list";
import { findOrganisationIn, listYear } from "../queries/organisation-year";
import { findTemplate, listAdaptations, listTemplates, type LineRow } from "../queries/templates";
import { yearParamSchema } from "../schema";
import { dutyCard, type DutyCard } from "../view/duty";
import { adaptationValues, adaptationWords } from "../view/words";
import { chosenYear } from "../view/years";

/** The parameters of an address, as a page gets them. */
export type Params = Promise<Record<string, string | string[] | undefined>>;

/** A line of the year with what the organisation has of its own. */
export type AdaptedLine = {
  line: LineRow;
  version: number;
  words: string;
  reason: string;
  values: Record<string, string>;
};

export type OrganisationYearPage = {
  who: string;
  place: string;
  id: string;
  name: string;
  path: string;
  year: string;
  years: { value: string; label: string }[];
  isIssued: boolean;
  duties: DutyCard[];
  lines: AdaptedLine[];
  mayAdapt: boolean;
  history: HistoryLine[];
};

const UNCHANGED = { isLeftOut: false, daysBefore: null, effort: null, reason: "", version: 0 };

/** One organisation's year for the committee: its duties, and what is different for it. */
export async function loadOrganisationYear(id: string, params: Params): Promise<OrganisationYearPage> {
  const path = `/committee/duties/organisations/${id}`;
  const { session, scope, actor, grant } = await gateCommittee(path);
  const organisation = await findOrganisationIn(scope, id);
  if (organisation === null) notFound();
  const today = businessDateOf(now());
  const templates = await listTemplates();
  const years = templates.map((template) => template.year);
  const year = chosenYear(yearParamSchema.parse(await params).year, years, today);
  const [frame, list, template, rows, adaptations, history] = await Promise.all([
    findFrame(session.memberId, grant),
    findDutyList(id, today),
    findTemplate(year),
    listYear(id, year),
    listAdaptations(id, year),
    listHistory(scope, { kind: "duty-list", id }, now()),
  ]);
  const own = new Map(adaptations.map((row) => [row.lineId, row]));
  return {
    ...{ ...frame, id, name: organisation.name, path, year, history },
    years: years.map((value) => ({ value, label: `${value}年` })),
    isIssued: template?.state === "issued",
    duties: rows.map((row) => dutyCard(row, today)),
    lines: (template?.lines ?? [])
      .filter((line) => line.state === "active")
      .map((line) => {
        const row = own.get(line.id) ?? UNCHANGED;
        const { version, reason } = row;
        return { line, version, reason, words: adaptationWords(row), values: adaptationValues(row) };
      }),
    mayAdapt: can(actor, "duty.adapt", list),
  };
}
