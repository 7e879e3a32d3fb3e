import { HOLIDAY_YEARS, type HolidayYear } from "@/domain/calendar/holidays";
import { dutyDueOn } from "./due-on";
import { periodsOf, type Rhythm } from "./rhythm";

/**
 * What the duties of one organisation in one year ought to be, compared with those that stand: which to add, to change
 * and to drop. Planned twice, the second plan is empty. What is past is not asked for afterwards, and what has been
 * started, or whose day is over, stays as it is.
 *
 * Example: a monthly line that is issued on 2026-11-22 makes the duties of November and December.
 */
export interface PlannedLine {
  readonly id: string;
  readonly title: string;
  readonly ask: string;
  readonly rhythm: Rhythm;
  /** The day of something that is asked once. */
  readonly onDate: string | null;
  readonly daysBefore: number;
  readonly effort: number;
  readonly source: string;
  readonly isActive: boolean;
}

/** What a line is for the organisation; null says as in the template. */
export interface LineChange {
  readonly lineId: string;
  readonly isLeftOut: boolean;
  readonly daysBefore: number | null;
  readonly effort: number | null;
}

export interface DutyFacts {
  readonly title: string;
  readonly ask: string;
  readonly effort: number;
  readonly source: string;
  readonly dueOn: string;
  readonly isDayKnown: boolean;
}

export interface StandingDuty extends DutyFacts {
  readonly id: string;
  readonly lineId: string;
  readonly period: string;
  readonly version: number;
  /** Reported, put off or given back at some time. */
  readonly isStarted: boolean;
  readonly isDropped: boolean;
}

export interface WantedDuty extends DutyFacts {
  readonly lineId: string;
  readonly period: string;
}

export interface DutyPlan {
  readonly add: readonly WantedDuty[];
  readonly change: readonly { readonly id: string; readonly version: number; readonly facts: DutyFacts }[];
  readonly drop: readonly { readonly id: string; readonly version: number }[];
}

export interface PlanInput {
  readonly year: string;
  readonly lines: readonly PlannedLine[];
  readonly changes: readonly LineChange[];
  readonly standing: readonly StandingDuty[];
  readonly today: string;
  /** For many organisations: one for all of them. */
  readonly daysOf?: DueDays;
}

export interface DueDay extends Pick<DutyFacts, "dueOn" | "isDayKnown"> {
  readonly period: string;
}

type Rule = Pick<PlannedLine, "rhythm" | "onDate" | "daysBefore">;

/** The periods of a line in the year, each with its last day. */
export type DueDays = (line: Rule) => readonly DueDay[];

/** Counting days is the long part of a plan, and the rules are few: each is counted once. */
export function dueDays(year: string, years: readonly HolidayYear[] = HOLIDAY_YEARS): DueDays {
  const counted = new Map<string, readonly DueDay[]>();
  return ({ rhythm, onDate, daysBefore }) => {
    const key = `${rhythm} ${onDate} ${daysBefore}`;
    const days =
      counted.get(key) ??
      periodsOf(rhythm, year, onDate).map((period) => {
        const { date: dueOn, isKnown: isDayKnown } = dutyDueOn(period, daysBefore, years);
        return { period: period.key, dueOn, isDayKnown };
      });
    counted.set(key, days);
    return days;
  };
}

/** The line as it is for the organisation; null when it is left out or no longer asked. */
function adaptLine(line: PlannedLine, change: LineChange | undefined): PlannedLine | null {
  if (!line.isActive || change?.isLeftOut === true) return null;
  return { ...line, daysBefore: change?.daysBefore ?? line.daysBefore, effort: change?.effort ?? line.effort };
}

function wantedOf({ year, lines, changes, daysOf = dueDays(year) }: PlanInput): WantedDuty[] {
  const changeOf = new Map(changes.map((change) => [change.lineId, change]));
  return lines.flatMap((line) => {
    const adapted = adaptLine(line, changeOf.get(line.id));
    if (adapted === null) return [];
    const { id: lineId, title, ask, effort, source } = adapted;
    return daysOf(adapted).map((day) => ({ lineId, title, ask, effort, source, ...day }));
  });
}

const keyOf = ({ lineId, period }: { lineId: string; period: string }): string => `${lineId} ${period}`;

const FACTS = ["title", "ask", "effort", "source", "dueOn", "isDayKnown"] as const;

const differs = (a: DutyFacts, b: DutyFacts): boolean => FACTS.some((fact) => a[fact] !== b[fact]);

/** A day that the new wording would put into the past stays where it was. */
function factsFor(duty: StandingDuty, want: WantedDuty, today: string): DutyFacts {
  const { title, ask, effort, source } = want;
  const { dueOn, isDayKnown } = want.dueOn >= today ? want : duty;
  return { title, ask, effort, source, dueOn, isDayKnown };
}

export function planDuties(input: PlanInput): DutyPlan {
  const { standing, today } = input;
  const wanted = new Map(wantedOf(input).map((duty) => [keyOf(duty), duty]));
  const known = new Set(standing.map(keyOf));
  const untouched = standing.filter(({ isStarted, dueOn }) => !isStarted && dueOn >= today);
  return {
    add: [...wanted.values()].filter((duty) => duty.dueOn >= today && !known.has(keyOf(duty))),
    change: untouched.flatMap((duty) => {
      const want = wanted.get(keyOf(duty));
      if (want === undefined) return [];
      const facts = factsFor(duty, want, today);
      return duty.isDropped || differs(duty, facts) ? [{ id: duty.id, version: duty.version, facts }] : [];
    }),
    drop: untouched
      .filter((duty) => !duty.isDropped && !wanted.has(keyOf(duty)))
      .map(({ id, version }) => ({ id, version })),
  };
}
