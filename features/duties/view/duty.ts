import { formatDay } from "@/domain/calendar/labels";
import { periodLabel } from "@/domain/duties/rhythm";
import type { DutyRow } from "../queries/organisation-year";
import { effortWords } from "./words";

/** One duty as a list shows it. */
export type DutyCard = {
  id: string;
  version: number;
  title: string;
  ask: string;
  /** 第三季度 */
  period: string;
  due: string;
  /** In words, when the days off of its year are not known. */
  dayNote: string | null;
  effort: string;
  isOverdue: boolean;
};

export function dutyCard(row: DutyRow, today: string): DutyCard {
  const { id, version, title, ask, dueOn, isDayKnown, effort, state } = row;
  return {
    ...{ id, version, title, ask, period: periodLabel(row.period), due: formatDay(dueOn), effort: effortWords(effort) },
    dayNote: isDayKnown ? null : `${dueOn.slice(0, 4)}年的放假安排还没有收录，只按周末算`,
    isOverdue: state === "open" && dueOn < today,
  };
}
