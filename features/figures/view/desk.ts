import { compareShares } from "@/domain/figures/share";
import { STANDING_GROUP_LABELS } from "@/domain/figures/standing-group";
import { figuresOf, type Figures } from "@/domain/figures/tallies";
import { isMeant, organisationKindLabel } from "@/features/organisations/view";
import { quarterLabel } from "@/features/points/view";
import type { StationRow } from "@/features/stations/queries";
import type { OrganisationEntry } from "../queries/register";
import type { ZoneFigures } from "../queries/zone-figures";
import type { DeskFilter, Sort, SortColumn } from "../schema";

const PAGE_LENGTH = 50;
/** So many organisations stand below their station; the others have a list of their own. */
const UNFOLDED = 20;

export type OrganisationLine = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly stationId: string;
  readonly people: number;
  readonly figures: Figures;
  /** Open objections to figures of this quarter. */
  readonly objections: number;
};

export type StationLine = {
  readonly id: string;
  readonly name: string;
  readonly organisations: number;
  readonly people: number;
  readonly figures: Figures;
  readonly objections: number;
  /** Its first organisations that the filters leave, while it is unfolded; null while it is folded. */
  readonly lines: readonly OrganisationLine[] | null;
  /** How many more the filters leave. */
  readonly rest: number;
};

export type DeskParts = {
  readonly filter: DeskFilter;
  readonly stations: readonly StationRow[];
  readonly register: readonly OrganisationEntry[];
  readonly figures: ZoneFigures;
  readonly objections: ReadonlyMap<string, number>;
  readonly initialsOf: (name: string) => string;
};

const READING = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

/** Every organisation of the scope with its figures, in no order. */
export function organisationLines({ register, figures, objections }: DeskParts): OrganisationLine[] {
  return register.map(({ id, name, kind, stationId, people }) => ({
    ...{ id, name, kind, stationId, people, objections: objections.get(id) ?? 0 },
    figures: figures.organisations.get(id) ?? figuresOf(),
  }));
}

/** The lines that the search and the filters leave, in the order asked for. */
export function filtered(
  lines: readonly OrganisationLine[],
  { filter, register, initialsOf }: DeskParts,
): OrganisationLine[] {
  const entries = new Map(register.map((entry) => [entry.id, entry]));
  const left = lines.filter(({ id, kind, stationId, figures }) => {
    const entry = entries.get(id);
    if (entry === undefined || !isMeant(entry, filter.q, initialsOf)) return false;
    if (filter.kind !== "" && kind !== filter.kind) return false;
    if (filter.stationId !== "" && stationId !== filter.stationId) return false;
    return filter.reasons === "" || (figures.excused ?? 0) > 0;
  });
  return left.sort(comparing(filter.sort));
}

/**
 * The stations with their sums, which are those of the whole station whatever is filtered, and the organisations of the
 * one that is unfolded. A station alone is unfolded by itself.
 */
export function stationLines(parts: DeskParts, lines: readonly OrganisationLine[]): StationLine[] {
  const { filter, stations, figures } = parts;
  const shown = stations.filter(({ id }) => filter.stationId === "" || id === filter.stationId);
  const rows = shown.map(({ id, name }) => {
    const own = lines.filter((line) => line.stationId === id);
    const isOpen = filter.open === id || shown.length === 1;
    const inside = isOpen ? filtered(own, parts) : [];
    return {
      ...{ id, name, organisations: own.length, figures: figures.stations.get(id) ?? figuresOf() },
      people: own.reduce((sum, line) => sum + line.people, 0),
      objections: own.reduce((sum, line) => sum + line.objections, 0),
      lines: isOpen ? inside.slice(0, UNFOLDED) : null,
      rest: Math.max(0, inside.length - UNFOLDED),
    };
  });
  return filter.sort === "name" ? rows : rows.sort(comparing(filter.sort));
}

type Comparable = { readonly name: string; readonly people: number; readonly figures: Figures };

/** By one column; equal ones, and those that have no figure, by name behind it. */
function comparing(sort: Sort): (a: Comparable, b: Comparable) => number {
  const direction = sort.startsWith("-") ? -1 : 1;
  const column = sort.replace("-", "") as SortColumn;
  return (a, b) => byColumn(column, direction, a, b) || READING.compare(a.name, b.name);
}

function byColumn(column: SortColumn, direction: 1 | -1, a: Comparable, b: Comparable): number {
  switch (column) {
    case "name":
      return direction * READING.compare(a.name, b.name);
    case "people":
      return direction * (a.people - b.people);
    case "assigned":
      return direction * (a.figures.assigned - b.figures.assigned);
    case "excused":
      return compareExcused(a.figures.excused, b.figures.excused, direction);
    case "answered":
      return compareShares(a.figures.answered, b.figures.answered, direction);
    case "recall":
      return compareShares(a.figures.recall, b.figures.recall, direction);
  }
}

function compareExcused(a: number | null, b: number | null, direction: 1 | -1): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : direction * (a - b);
}

/** Fifty lines of a long list. */
export function pageOf(lines: readonly OrganisationLine[], wanted: number) {
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_LENGTH));
  const page = Math.min(wanted, pages);
  return { lines: lines.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH), total: lines.length, page, pages };
}

/** The filters in words, the ones that always hold included, so that nobody takes a part for the whole. */
export function filterWords(filter: DeskFilter, quarter: string, stations: readonly StationRow[]): string {
  const station = stations.find(({ id }) => id === filter.stationId)?.name;
  const all = stations.length === 1 ? (stations[0]?.name ?? "") : `全部${stations.length}个站`;
  return [
    quarterLabel(quarter),
    filter.stationId === "" ? all : (station ?? "已不在的站"),
    filter.kind === "" ? "企业、社会组织" : organisationKindLabel(filter.kind),
    STANDING_GROUP_LABELS[filter.standing],
    ...(filter.reasons === "" ? [] : ["只看说明了原因的"]),
    ...(filter.q === "" ? [] : [`“${filter.q}”`]),
  ].join("，");
}

/** The address of the desk, or of its file, with some of its filters changed; what is not given is left out. */
export function deskHref(filter: DeskFilter, change: Partial<DeskFilter> = {}, path = "/committee"): string {
  const { page, sort, standing, ...rest } = { ...filter, page: 1, ...change };
  const kept = Object.entries({
    ...rest,
    standing: standing === "members" ? "" : standing,
    sort: sort === "name" ? "" : sort,
    page: page === 1 ? "" : String(page),
  }).filter(([, value]) => value !== "");
  const query = new URLSearchParams(kept).toString();
  return query === "" ? path : `${path}?${query}`;
}
