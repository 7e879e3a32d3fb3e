import "server-only";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateBranch, gateMember } from "@/features/access/gates/page";
import { findBranchName } from "@/features/branches/queries";
import { getOwnProfile } from "@/features/members/queries";
import { findTakenDown } from "@/features/takedowns/queries";
import { now } from "@/lib/clock";
import {
  ASSIGNMENT_VIEWS,
  findBranchAssignment,
  listBranchAssignments,
  type AssignmentView,
} from "./queries/branch-assignments";
import { listOwnAssignments, type OwnAssignment } from "./queries/own-assignments";
import type { OwnAssignmentItem } from "./schema";
import { assignmentCard, assignmentDetail, ownItem, type AssignmentCard, type AssignmentDetail } from "./view";

/** How far back one's own list reaches. */
const DAYS_BACK = 180;

export type OwnLine = OwnAssignmentItem & Pick<OwnAssignment, "isWithdrawn" | "recordedBy" | "objection" | "answer">;
export type OwnPage = { current: OwnLine[]; past: OwnLine[] };

/** 支部派发的学习: what runs, the nearest first; what is past, the latest first. */
export async function loadOwnAssignments(): Promise<OwnPage> {
  const { own } = await gateMember("/me/assignments");
  const today = businessDateOf(now());
  const rows = await listOwnAssignments(own, { from: addDays(today, -DAYS_BACK), today });
  const { documents: down } = await findTakenDown();
  const lines = rows.map((row) => ({
    ...ownItem(row, { today, down }),
    ...{ isWithdrawn: row.isWithdrawn, recordedBy: row.recordedBy, objection: row.objection, answer: row.answer },
  }));
  return {
    current: lines.filter(({ dueOn, isWithdrawn }) => dueOn >= today && !isWithdrawn),
    past: lines.filter(({ dueOn, isWithdrawn }) => dueOn < today || isWithdrawn).reverse(),
  };
}

type Desk = { who: string; place: string };

export type BranchAssignmentsPage = Desk & {
  view: AssignmentView;
  cards: AssignmentCard[];
  page: number;
  pages: number;
  total: number;
};

/** 学习派发 of the branch: one of its three lists, page by page. */
export async function loadBranchAssignments(input: { view?: string; page?: string }): Promise<BranchAssignmentsPage> {
  const { session, scope } = await gateBranch("/branch/assignments");
  const today = businessDateOf(now());
  const view = ASSIGNMENT_VIEWS.find((one) => one === input.view) ?? "current";
  const page = Math.min(Math.max(1, Math.trunc(Number(input.page)) || 1), 1000);
  const [{ rows, total, pages }, place, profile] = await Promise.all([
    listBranchAssignments(scope, { view, page, today }),
    findBranchName(scope),
    getOwnProfile(session, now()),
  ]);
  const cards = rows.map((row) => assignmentCard(row, today));
  return { who: profile.name, place, view, cards, page, pages, total };
}

export type BranchAssignmentPage = Desk & {
  today: string;
  ownId: string;
  assignment: AssignmentDetail;
};

/** One assignment of the branch with everybody's outcome; null when the branch has none of that id. */
export async function loadBranchAssignment(id: string): Promise<BranchAssignmentPage | null> {
  const { session, scope } = await gateBranch(`/branch/assignments/${id}`);
  const today = businessDateOf(now());
  const [row, place, profile] = await Promise.all([
    findBranchAssignment(scope, id, today),
    findBranchName(scope),
    getOwnProfile(session, now()),
  ]);
  if (row === null) return null;
  return { who: profile.name, place, today, ownId: session.memberId, assignment: assignmentDetail(row, today) };
}
