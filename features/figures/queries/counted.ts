import { decisiveDay } from "@/domain/assignments/coverage";
import { talliesByOrganisation, type Counted, type Tally } from "@/domain/figures/tallies";
import { selectRows } from "@/lib/db/prepared";
import { refreshStudyTotals } from "../mutations/refresh-study-totals";
import { assignmentsOf, COVERS, notOutside, outcomeSql, standingsOf, type Ask, type Part } from "./parts";

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

/** The organisations asked for, by the column that names them. */
function organisationsOf(column: string, { organisationId, stationId }: Where): Part {
  if (organisationId !== null) return { sql: `AND ${column} = ?`, values: [organisationId] };
  if (stationId === null) return { sql: "", values: [] };
  return { sql: `AND ${column} IN (SELECT id FROM organisation WHERE station_id = ?)`, values: [stationId] };
}

type StayRow = Record<"asked" | "done" | "excused", number | bigint> & {
  organisation_id: string;
  branch_id: string;
  since: string;
  until: string | null;
  members: string;
};

async function readStays(where: Where, ask: Ask): Promise<Counted["stays"]> {
  await refreshStudyTotals(ask);
  const [people, place] = [notOutside(ask, "t.member_id"), organisationsOf("t.organisation_id", where)];
  const rows = await selectRows<StayRow>(
    `SELECT t.organisation_id, t.branch_id, t.since, t.until, string_agg(t.member_id, ',') AS members,
       SUM(t.asked) AS asked, SUM(t.done) AS done, SUM(t.excused) AS excused
     FROM study_total t WHERE t.quarter = ? AND ${people.sql} ${place.sql}
     GROUP BY t.organisation_id, t.branch_id, t.since, t.until`,
    [ask.quarter, ...people.values, ...place.values],
  );
  return rows.map(({ organisation_id, branch_id, since, until, members, asked, done, excused }) => ({
    ...{ organisationId: organisation_id, branchId: branch_id, since, until, memberIds: members.split(",") },
    ...{ asked: Number(asked), done: Number(done), excused: Number(excused) },
  }));
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
  const [people, place] = [notOutside(ask, "t.member_id"), organisationsOf("t.organisation_id", where)];
  const rows = await selectRows<AnswersRow>(
    `SELECT t.organisation_id, SUM(t.firsts) AS firsts, SUM(t.rights) AS rights, COUNT(DISTINCT t.member_id) AS people
     FROM recall_total t
     WHERE t.quarter = ? AND t.organisation_id <> '' AND ${people.sql} ${place.sql} GROUP BY t.organisation_id`,
    [ask.quarter, ...people.values, ...place.values],
  );
  return rows.map(({ organisation_id, firsts, rights, people: count }) => ({
    ...{ organisationId: organisation_id, firsts: Number(firsts), rights: Number(rights), people: Number(count) },
  }));
}
