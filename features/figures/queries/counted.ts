import { decisiveDay } from "@/domain/assignments/coverage";
import { quarterDays } from "@/domain/figures/quarter";
import { COUNTED_STANDINGS, type StandingGroup } from "@/domain/figures/standing-group";
import { talliesByOrganisation, type Counted, type Tally } from "@/domain/figures/tallies";
import { selectRows, type SqlValue } from "@/lib/db/prepared";

/** Which figures are asked for. `today` is a plain date of Asia/Shanghai. */
export type Ask = { readonly quarter: string; readonly standing: StandingGroup; readonly today: string };

/** One organisation, those of one station, or (both null) all of the zone. */
export type Where = { readonly organisationId: string | null; readonly stationId: string | null };

/**
 * The tallies of organisations in one quarter, by organisation: the only way to the figures, for the committee and for the
 * organisation itself. The caller has decided that the reader may see them.
 */
export async function readTallies(where: Where, ask: Ask): Promise<Map<string, Tally>> {
  const [stays, whole, chosen, answers] = await Promise.all([
    readStays(where, ask),
    readWhole(ask),
    readChosen(where, ask),
    readAnswers(where, ask),
  ]);
  return talliesByOrganisation({ stays, whole, chosen, answers });
}

type Part = { readonly sql: string; readonly values: readonly SqlValue[] };

/** The organisations asked for, by the column that names them. */
function organisationsOf(column: string, { organisationId, stationId }: Where): Part {
  if (organisationId !== null) return { sql: `AND ${column} = ?`, values: [organisationId] };
  if (stationId === null) return { sql: "", values: [] };
  return { sql: `AND ${column} IN (SELECT id FROM organisation WHERE station_id = ?)`, values: [stationId] };
}

export function standingsOf({ standing }: Ask): Part {
  const standings = COUNTED_STANDINGS[standing];
  return { sql: `m.standing IN (${standings.map(() => "?").join(", ")})`, values: standings };
}

/** Assignments that count: due in the quarter, set by today, not withdrawn. */
export function assignmentsOf({ quarter, today }: Ask): Part {
  const { first, last } = quarterDays(quarter);
  return {
    sql: "a.state = 'open' AND a.due_on >= ? AND a.due_on <= ? AND a.set_on <= ?",
    values: [first, last, today],
  };
}

/** The stay covers the decisive day: the earlier of the due date and today. Takes today four times. */
export const COVERS = (stay: string): string => `${stay}.since <= a.due_on AND ${stay}.since <= ?
  AND (${stay}.until IS NULL OR ${stay}.until >= a.due_on OR ${stay}.until >= ?)`;

/**
 * What became of assignment `a` for a person, with result `r`, as in domain/assignments/outcome: an own answer counts
 * whether a row was written or it was given before; a record that is objected to counts for nothing.
 */
export const outcomeSql = (member: string, { open, done, excused }: Outcomes = WORDS): string => `CASE
  WHEN r.kind = 'answered' THEN ${done}
  WHEN a.target_kind <> 'quiz' AND EXISTS (SELECT 1 FROM recall own WHERE own.member_id = ${member}
    AND own.content_id = a.target_id AND (a.target_kind = 'lesson' OR own.occasion >= substr(a.set_on, 1, 4))) THEN ${done}
  WHEN a.target_kind = 'quiz' AND EXISTS (SELECT 1 FROM attempt own JOIN receipt p ON p.attempt_id = own.id
    WHERE own.member_id = ${member} AND own.quiz_id = a.target_id AND own.state = 'closed' AND p.answered > 0) THEN ${done}
  WHEN r.kind IS NULL OR (r.objected_at IS NOT NULL AND r.resolved_at IS NULL) THEN ${open}
  WHEN r.kind = 'offline' THEN ${done}
  ELSE ${excused} END`;

type Outcomes = Readonly<Record<"open" | "done" | "excused", string | number>>;
const WORDS: Outcomes = { open: "'open'", done: "'done'", excused: "'excused'" };

/** Three counts in one number, each below the next unit: one pass over a person's assignments instead of three. */
const DONE_UNIT = 100_000;
const EXCUSED_UNIT = DONE_UNIT * DONE_UNIT;

const UNITS: Outcomes = { open: 1, done: 1 + DONE_UNIT, excused: 1 + EXCUSED_UNIT };
const COUNTS = `SELECT CAST(SUM(${outcomeSql("s.member_id", UNITS)}) AS BIGINT)
  FROM assignment a LEFT JOIN assignment_result r ON r.assignment_id = a.id AND r.member_id = s.member_id
  WHERE a.branch_id = s.branch_id AND a.whole`;

type StayRow = {
  member_id: string;
  organisation_id: string;
  branch_id: string;
  since: string;
  until: string | null;
  work_since: string;
  work_until: string | null;
  counts: number | bigint | null;
};

async function readStays(where: Where, ask: Ask): Promise<Counted["stays"]> {
  const [set, people, place] = [assignmentsOf(ask), standingsOf(ask), organisationsOf("e.organisation_id", where)];
  const rows = await selectRows<StayRow>(
    `SELECT s.member_id, s.branch_id, e.organisation_id, s.since, s.until, e.since AS work_since, e.until AS work_until,
       (${COUNTS} AND ${set.sql} AND ${COVERS("s")} AND ${COVERS("e")}) AS counts
     FROM membership s JOIN employment e ON e.member_id = s.member_id JOIN member m ON m.id = s.member_id
     WHERE ${people.sql} ${place.sql}`,
    [...set.values, ask.today, ask.today, ask.today, ask.today, ...people.values, ...place.values],
  );
  // Thousands of rows: plain fields cost half of what spreading does.
  return rows.map((row) => {
    const sum = Number(row.counts ?? 0);
    return {
      memberId: row.member_id,
      organisationId: row.organisation_id,
      branchId: row.branch_id,
      since: row.since > row.work_since ? row.since : row.work_since,
      until: earlier(row.until, row.work_until),
      asked: sum % DONE_UNIT,
      done: Math.floor(sum / DONE_UNIT) % DONE_UNIT,
      excused: Math.floor(sum / EXCUSED_UNIT),
    };
  });
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

async function readWhole(ask: Ask): Promise<Counted["whole"]> {
  const set = assignmentsOf(ask);
  const rows = await selectRows<{ id: string; branch_id: string; due_on: string }>(
    `SELECT a.id, a.branch_id, a.due_on FROM assignment a WHERE a.whole AND ${set.sql}`,
    set.values,
  );
  return rows.map(({ id, branch_id, due_on }) => ({ id, branchId: branch_id, day: decisiveDay(due_on, ask.today) }));
}

type ChosenRow = {
  member_id: string;
  organisation_id: string;
  assignment_id: string;
  outcome: "open" | "done" | "excused";
};

async function readChosen(where: Where, ask: Ask): Promise<Counted["chosen"]> {
  const [set, people, place] = [assignmentsOf(ask), standingsOf(ask), organisationsOf("e.organisation_id", where)];
  const rows = await selectRows<ChosenRow>(
    `SELECT c.member_id, e.organisation_id, c.assignment_id, ${outcomeSql("c.member_id")} AS outcome
     FROM assignment a JOIN assignee c ON c.assignment_id = a.id JOIN employment e ON e.member_id = c.member_id
     JOIN member m ON m.id = c.member_id
     LEFT JOIN assignment_result r ON r.assignment_id = a.id AND r.member_id = c.member_id
     WHERE NOT a.whole AND ${set.sql} AND ${COVERS("e")} AND ${people.sql} ${place.sql}`,
    [...set.values, ask.today, ask.today, ...people.values, ...place.values],
  );
  return rows.map(({ member_id, organisation_id, assignment_id, outcome }) => ({
    ...{ memberId: member_id, organisationId: organisation_id, assignmentId: assignment_id, outcome },
  }));
}

type AnswersRow = Record<"firsts" | "rights" | "people", number | bigint> & { organisation_id: string };

async function readAnswers(where: Where, ask: Ask): Promise<Counted["answers"]> {
  const [people, place] = [standingsOf(ask), organisationsOf("t.organisation_id", where)];
  const rows = await selectRows<AnswersRow>(
    `SELECT t.organisation_id, SUM(t.firsts) AS firsts, SUM(t.rights) AS rights, COUNT(DISTINCT t.member_id) AS people
     FROM recall_total t JOIN member m ON m.id = t.member_id
     WHERE t.quarter = ? AND t.organisation_id <> '' AND ${people.sql} ${place.sql} GROUP BY t.organisation_id`,
    [ask.quarter, ...people.values, ...place.values],
  );
  return rows.map(({ organisation_id, firsts, rights, people: count }) => ({
    ...{ organisationId: organisation_id, firsts: Number(firsts), rights: Number(rights), people: Number(count) },
  }));
}
