import "server-only";
import { dueChoices, type DueChoice } from "@/domain/assignments/due-date";
import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { isStanding, STANDING_LABELS } from "@/domain/people/standing";
import { gateBranch } from "@/features/access/gates/page";
import type { BranchScope } from "@/features/access/types";
import { countOpenApplications } from "@/features/applications/queries/list-applications";
import { countOpenObjections, listBranchAssignments } from "@/features/assignments/queries/branch-assignments";
import { assignmentCard, type AssignmentCard, type Choices } from "@/features/assignments/view";
import { findBranchName } from "@/features/branches/queries";
import { listTopicRates } from "@/features/figures/queries/topic-rates";
import { topicLabel } from "@/features/library/queries";
import { getOwnProfile } from "@/features/members/queries";
import { quarterLabel } from "@/features/points/view";
import { countForReviewer } from "@/features/stories/queries/reviewing";
import { now } from "@/lib/clock";
import { countTransfers, getBranchPlace, listLessonsOfTopics, listOfficers, listPeople, listTargets } from "./queries";
import {
  choiceGroups,
  officerWords,
  placeWords,
  repeatLine,
  standingWords,
  topicLines,
  weakest,
  type RepeatLine,
  type TopicLine,
} from "./view";

export type BranchDesk = {
  who: string;
  place: string;
  /** Who we are, one sentence a line. */
  standings: string;
  organised: string;
  officers: string[];
  waiting: {
    applications: number;
    transfers: number;
    stories: number;
    objections: { count: number; assignmentId: string };
  };
  current: AssignmentCard[];
  currentTotal: number;
  quarter: string;
  topics: TopicLine[];
  repeat: RepeatLine[];
};

/** 支部: who we are, what is assigned, what is remembered, what to repeat, what waits. */
export async function loadBranchDesk(): Promise<BranchDesk> {
  const { session, scope } = await gateBranch("/branch");
  const at = now();
  const today = businessDateOf(at);
  const quarter = quarterOf(today);
  const [profile, place, people, officers, waiting, assignments, rates] = await Promise.all([
    getOwnProfile(session, at),
    getBranchPlace(scope),
    listPeople(scope, today),
    listOfficers(scope, today),
    waitingFor(scope, session.memberId, at),
    listBranchAssignments(scope, { view: "current", page: 1, today }),
    listTopicRates(scope, quarter),
  ]);
  const topics = topicLines(rates, topicLabel);
  return {
    ...{ who: profile.name, place: place.name, standings: standingWords(people), organised: placeWords(place) },
    ...{ officers: officers.map(officerWords), waiting },
    current: assignments.rows.map((row) => assignmentCard(row, today)),
    ...{ currentTotal: assignments.total, quarter: quarterLabel(quarter), topics },
    repeat: await repeatOf(weakest(topics), at),
  };
}

async function waitingFor(scope: BranchScope, memberId: string, at: Date): Promise<BranchDesk["waiting"]> {
  const [applications, transfers, stories, objections] = await Promise.all([
    countOpenApplications(scope),
    countTransfers(scope),
    countForReviewer(scope, memberId, at),
    countOpenObjections(scope, businessDateOf(at)),
  ]);
  return { applications, transfers, stories, objections };
}

async function repeatOf(lines: readonly TopicLine[], at: Date): Promise<RepeatLine[]> {
  if (lines.length === 0) return [];
  const [lessons, targets] = await Promise.all([listLessonsOfTopics(lines.map(({ topic }) => topic)), listTargets(at)]);
  return lines.map((line) => repeatLine(line, lessons.get(line.topic) ?? [], targets));
}

export type NewAssignmentPage = {
  who: string;
  place: string;
  branchId: string;
  today: string;
  dueChoices: DueChoice[];
  groups: Choices[];
  people: { id: string; name: string; standing: string }[];
  /** Of what was asked for in the address, what can be assigned. */
  ticked: string[];
};

/** 派发学习: what there is, whom there is, and the days that are offered. */
export async function loadNewAssignment(wanted: readonly string[]): Promise<NewAssignmentPage> {
  const { session, scope } = await gateBranch("/branch/assignments/new");
  const at = now();
  const today = businessDateOf(at);
  const [profile, place, targets, people] = await Promise.all([
    getOwnProfile(session, at),
    findBranchName(scope),
    listTargets(at),
    listPeople(scope, today),
  ]);
  const groups = choiceGroups(targets, today);
  const values = new Set(groups.flatMap(({ items }) => items.map(({ value }) => value)));
  return {
    ...{ who: profile.name, place, branchId: scope.branchId, today, dueChoices: dueChoices(today), groups },
    people: people.map(({ id, name, standing }) => ({
      ...{ id, name, standing: isStanding(standing) ? STANDING_LABELS[standing] : standing },
    })),
    ticked: wanted.filter((value) => values.has(value)),
  };
}
