import { dueWords } from "@/domain/assignments/due-date";
import { mannerLabel, tallyOf, type OutcomeKind, type Tally } from "@/domain/assignments/outcome";
import { formatDay } from "@/domain/calendar/labels";
import { countsAsMember, isStanding, STANDING_LABELS } from "@/domain/people/standing";
import type { BranchAssignment, PersonOutcome } from "./queries/branch-assignments";
import type { OwnAssignment } from "./queries/own-assignments";
import type { OwnAssignmentItem } from "./schema";
import type { TargetKind } from "./types";

export const TARGET_LABELS: Readonly<Record<TargetKind, string>> = {
  lesson: "课程",
  entry: "天天谈",
  quiz: "测验",
};

/** Where it is read and answered. */
function hrefOf(kind: TargetKind, id: string): string {
  return kind === "quiz" ? `/quizzes#quiz-${id}` : `/${id}`;
}

const withNote = (words: string, note: string): string => (note === "" ? words : `${words}，${note}`);

function ownStateText({ outcome, manner, resultNote }: OwnAssignment): string {
  const on = outcome.on === null ? "" : formatDay(outcome.on);
  switch (outcome.kind) {
    case "open":
      return "还没学";
    case "answered":
      return `学过了，${on}`;
    case "offline":
      return withNote(`线下学过，${on}，${mannerLabel(manner)}`, resultNote);
    case "excused":
      return withNote(`这一次不用学，${mannerLabel(manner)}`, resultNote);
    case "objected":
      return "你说这条记录不对，支部核对以前不计";
  }
}

/** One own assignment as 今日, the page under 我的 and the API show it. */
export function ownItem(
  row: OwnAssignment,
  { today, down }: { today: string; down: ReadonlySet<string> },
): OwnAssignmentItem {
  const { id, targetKind: kind, targetId, title, note, dueOn } = row;
  return {
    ...{ id, kind, kindName: TARGET_LABELS[kind], title, href: hrefOf(kind, targetId), note, dueOn },
    ...{ due: dueWords(dueOn, today), state: row.outcome.kind, stateText: ownStateText(row) },
    available: !down.has(targetId),
  };
}

/** Members are counted; applicants and employees are told apart. */
export type Count = Tally & { readonly others: number; readonly othersDone: number };

export function countOf(people: readonly PersonOutcome[]): Count {
  const isCounted = ({ standing }: PersonOutcome): boolean => isStanding(standing) && countsAsMember(standing);
  const of = (list: readonly PersonOutcome[]): Tally => tallyOf(list.map(({ outcome }) => outcome));
  const others = of(people.filter((person) => !isCounted(person)));
  return { ...of(people.filter(isCounted)), others: others.expected, othersDone: others.done };
}

/** 另有入党申请人、职工3人，学完1人；null without any. */
export function othersText({ others, othersDone }: Count): string | null {
  return others === 0 ? null : `另有入党申请人、职工${others}人，学完${othersDone}人`;
}

export type AssignmentCard = {
  id: string;
  what: string;
  title: string;
  due: string;
  dueOn: string;
  whom: string;
  count: Count;
};

/** A line of the branch's list. */
export function assignmentCard(row: BranchAssignment, today: string): AssignmentCard {
  const { id, targetKind, title, dueOn, whole, people } = row;
  return {
    ...{ id, what: TARGET_LABELS[targetKind], title, dueOn, due: dueWords(dueOn, today) },
    whom: whole ? "全支部" : `选定${people.length}人`,
    count: countOf(people),
  };
}

export type PersonLine = {
  memberId: string;
  name: string;
  standing: string;
  kind: OutcomeKind;
  /** What became of it, with the day and no time. */
  words: string;
  recordedBy: string | null;
  /** What an officer's undoing names; null for what no officer recorded. No time of day is on the page. */
  version: string | null;
  objection: string;
  answer: string;
  /** What an answer to the objection names; null when none waits. */
  objectionVersion: string | null;
};

function personWords({ outcome, record }: PersonOutcome, dueOn: string): string {
  if (outcome.on === null) return "还没完成";
  const on = formatDay(outcome.on);
  if (record === null) return outcome.on > dueOn ? `${on}补学` : `${on}答完`;
  const manner = mannerLabel(record.manner);
  return withNote(outcome.kind === "excused" ? manner : `${on}，${manner}`, record.note);
}

/** An instant as a form carries it, and back. */
const versionText = (at: Date): string => at.getTime().toString(36);
export const instantOf = (version: string): Date => new Date(parseInt(version, 36));

function personLine(person: PersonOutcome, name: string, dueOn: string): PersonLine {
  const { memberId, standing, outcome, record } = person;
  return {
    ...{ memberId, name, kind: outcome.kind, words: personWords(person, dueOn) },
    standing: isStanding(standing) ? STANDING_LABELS[standing] : standing,
    recordedBy: record?.recordedBy ?? null,
    version: record === null ? null : versionText(record.recordedAt),
    objection: record?.objection ?? "",
    answer: record?.answer ?? "",
    objectionVersion: record?.objectedAt ? versionText(record.objectedAt) : null,
  };
}

export type AssignmentDetail = AssignmentCard & {
  note: string;
  href: string;
  setWords: string;
  isWithdrawn: boolean;
  /** In order of name, never of anything else. */
  groups: { kind: OutcomeKind; title: string; people: PersonLine[] }[];
  /** People who have left the zone since: counted, not named. */
  unnamed: number;
};

const GROUPS: readonly { kind: OutcomeKind; title: string }[] = [
  { kind: "objected", title: "本人说记录不对" },
  { kind: "open", title: "还没完成" },
  { kind: "answered", title: "自己答完" },
  { kind: "offline", title: "线下学习" },
  { kind: "excused", title: "免学" },
];

/** One assignment with everybody's outcome, by kind and then by name. */
export function assignmentDetail(row: BranchAssignment, today: string): AssignmentDetail {
  const lines = row.people.flatMap((person) =>
    person.name === null ? [] : [personLine(person, person.name, row.dueOn)],
  );
  return {
    ...assignmentCard(row, today),
    ...{ note: row.note, href: hrefOf(row.targetKind, row.targetId), isWithdrawn: row.isWithdrawn },
    setWords: `${formatDay(row.setOn)}由${row.setBy ?? "已转出的人"}派发`,
    groups: GROUPS.map(({ kind, title }) => ({ kind, title, people: lines.filter((line) => line.kind === kind) })),
    unnamed: row.people.length - lines.length,
  };
}

/** One group of what can be assigned, as the form offers it. */
export type Choices = {
  title: string;
  items: {
    /** `kind:id` */
    value: string;
    title: string;
    /** 11月22日 of an entry; else null. */
    day: string | null;
  }[];
};
