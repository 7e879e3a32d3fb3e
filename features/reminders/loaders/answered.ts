import "server-only";
import { businessDateOf, isoWeekOf } from "@/domain/calendar/shanghai";
import { gateCommittee } from "@/features/access/gates/page";
import { now } from "@/lib/clock";
import { listAnswered } from "../queries/lists";
import { answeredLine, weekTitle, type AnsweredLine } from "../view";

export type Answered = {
  week: string;
  lines: AnsweredLine[];
  /** Lists drawn up, answered at all, answered wholly. */
  total: number;
  answered: number;
  whole: number;
};

/** What the organisations said to this week's reminder lists. */
export async function loadAnswered(): Promise<Answered> {
  const { scope } = await gateCommittee("/committee/duties");
  const today = businessDateOf(now());
  const { lists, ...counts } = await listAnswered(scope, today);
  return { week: weekTitle(isoWeekOf(today)), ...counts, lines: lists.map((list) => answeredLine(list, today)) };
}
