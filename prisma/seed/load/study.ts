// What the people of the load zone were set and what they answered: weekly assignments of every branch through two
// quarters, results, the recalls behind them, and the sums of first answers. Made in memory; the same zone always gives
// the same study.
import { addDays, weekdayOf } from "@/domain/calendar/plain-date";
import { quarterOf, startOfDay } from "@/domain/calendar/shanghai";
import { sumByTopic } from "@/domain/quizzes/first-answers";
import { FULL_FRACTION, scoreInKeys } from "@/domain/quizzes/score";
import type { QuestionVersionData } from "@/domain/quizzes/types";
import { rngFrom, type Rng } from "@/domain/random";
import type { NewRow } from "@/lib/db/prepared";
import { newId } from "@/lib/randomness";
import { likelyAnswer } from "../demo/answers";
import { LOAD, type Person } from "./rows";

/** A lesson with its recall questions. */
export type Lesson = { id: string; title: string; asked: readonly QuestionVersionData[] };

const WEEKS = 18;
/** Of the people whom an assignment is for: answered, studied offline, excused; the others have not done it. */
const [ANSWERED, OFFLINE, EXCUSED] = [0.66, 0.08, 0.05];
const OFFLINE_MANNERS = ["morning-quarter", "workshop-class", "canteen-cinema", "paper"];
const EXCUSES = ["night-shift", "shutdown", "leave", "posted-away"];

type Assigned = { id: string; branchId: string; lesson: Lesson; setOn: string; dueOn: string };
type Placed = Person & { branchId: string };
type Tables = Record<"assignment" | "assignment_result" | "recall" | "response" | "recall_total", NewRow[]>;

/** Rows by table, in the order in which they have to be written. */
export function studyRows(people: readonly Person[], lessons: readonly Lesson[], today: string): Tables {
  const rows: Tables = { assignment: [], assignment_result: [], recall: [], response: [], recall_total: [] };
  if (lessons.length === 0) return rows;
  const rng = rngFrom("load study");
  const placed = people.filter((person): person is Placed => person.branchId !== null);
  const branches = [...new Set(placed.map((person) => person.branchId))];
  for (const [index, branchId] of branches.entries()) {
    const assigned = assignmentsOf(branchId, index, lessons, today);
    const officerId = placed.find((person) => person.branchId === branchId)?.id ?? "";
    rows.assignment.push(...assigned.map((one) => assignmentRow(one, officerId)));
    for (const person of placed.filter((one) => one.branchId === branchId)) {
      studyOf(person, { assigned, officerId, today, rng }, rows);
    }
  }
  return rows;
}

/** One a week, due on Fridays; the last ones are still open. */
function assignmentsOf(branchId: string, index: number, lessons: readonly Lesson[], today: string): Assigned[] {
  const friday = addDays(today, 12 - weekdayOf(today));
  return Array.from({ length: Math.min(WEEKS, lessons.length) }, (_, week): Assigned => {
    const dueOn = addDays(friday, -7 * week);
    const lesson = lessons[(index + week) % lessons.length] as Lesson;
    return { id: `${LOAD}assignment-${index}-${week}`, branchId, lesson, setOn: addDays(dueOn, -11), dueOn };
  }).filter(({ setOn }) => setOn <= today);
}

const assignmentRow = ({ id, branchId, lesson, setOn, dueOn }: Assigned, officerId: string): NewRow => ({
  ...{ id, branch_id: branchId, target_kind: "lesson", target_id: lesson.id, title: lesson.title, note: "" },
  ...{ set_on: setOn, due_on: dueOn, created_by_id: officerId, created_at: startOfDay(setOn) },
});

type Study = { assigned: readonly Assigned[]; officerId: string; today: string; rng: Rng };

function studyOf(person: Placed, { assigned, officerId, today, rng }: Study, rows: Tables): void {
  // Some are better at it than others, and so are some organisations.
  const luck = 0.75 + 0.25 * rngFrom(person.organisationId).next();
  const known = new Set<string>();
  const firsts: { quarter: string; topic: string; fraction: number }[] = [];
  for (const one of assigned) {
    const on = earlier(addDays(one.setOn, rng.int(12)), today);
    const drawn = rng.next() / luck;
    const result = { assignment_id: one.id, member_id: person.id, on, note: "", recorded_at: startOfDay(on) };
    if (drawn < ANSWERED) {
      rows.assignment_result.push({ ...result, kind: "answered", manner: "", recorded_by_id: null });
      firsts.push(...answer(person, one.lesson, { on, known, rng, luck }, rows));
    } else if (drawn < ANSWERED + OFFLINE) {
      const manner = rng.pick(OFFLINE_MANNERS);
      rows.assignment_result.push({ ...result, kind: "offline", manner, recorded_by_id: officerId });
    } else if (drawn < ANSWERED + OFFLINE + EXCUSED) {
      rows.assignment_result.push({ ...result, kind: "excused", manner: rng.pick(EXCUSES), recorded_by_id: officerId });
    }
  }
  const place = { member_id: person.id, branch_id: person.branchId, organisation_id: person.organisationId };
  for (const quarter of new Set(firsts.map((first) => first.quarter))) {
    const sums = sumByTopic(firsts.filter((first) => first.quarter === quarter));
    rows.recall_total.push(...sums.map((sum) => ({ ...place, quarter, ...sum })));
  }
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

type Answering = { on: string; known: Set<string>; rng: Rng; luck: number };

function answer(person: Placed, lesson: Lesson, { on, known, rng, luck }: Answering, rows: Tables) {
  const at = startOfDay(on);
  const base = { member_id: person.id, business_date: on };
  const recallId = newId(at);
  const lines = lesson.asked.map((version) => {
    const value = likelyAnswer(version.body, 0.9 * luck, rng);
    const isFirst = !known.has(version.questionId);
    known.add(version.questionId);
    return { version, value, isFirst, fraction: scoreInKeys(version.body, value) };
  });
  rows.recall.push({
    ...{ ...base, id: recallId, content_id: lesson.id, occasion: "first", answered_at: at, total: lines.length },
    answers: JSON.stringify(Object.fromEntries(lines.map(({ version, value }) => [version.questionId, value]))),
    right_count: lines.filter(({ fraction }) => fraction === FULL_FRACTION).length,
  });
  rows.response.push(
    ...lines.map(({ version, value, fraction, isFirst }) => ({
      ...{ ...base, id: newId(at), recall_id: recallId, question_id: version.questionId },
      ...{ version_id: version.versionId, value: JSON.stringify(value), fraction, first: isFirst ? 1 : 0 },
    })),
  );
  const quarter = quarterOf(on);
  return lines
    .filter(({ isFirst }) => isFirst)
    .map(({ version, fraction }) => ({ quarter, topic: version.topic, fraction }));
}
