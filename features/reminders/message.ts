import { formatDay } from "@/domain/calendar/labels";

export type Reminded = { title: string; dueOn: string; effort: number };

const NAMED = 3;

/**
 * What somebody is told of a week's list outside of the page: how much there is, or how much was added, how long it takes,
 * the first few.
 */
export function reminderMessage(
  duties: readonly Reminded[],
  { isAdded = false }: { isAdded?: boolean } = {},
): { title: string; body: string } {
  const effort = duties.reduce((sum, duty) => sum + duty.effort, 0);
  // Several organisations of a branch have the same duty.
  const all = [...new Set(duties.map(({ title, dueOn }) => `${title}（${formatDay(dueOn)}）`))];
  const named = all.slice(0, NAMED);
  const rest = all.length > NAMED ? "等" : "";
  return {
    title: isAdded ? `这一周的提醒清单添了${duties.length}件责任` : `这一周有${duties.length}件责任要办`,
    body: `${named.join("、")}${rest}，一共约${effort}分钟。点开就能答复：做了、推迟或已线下完成。`,
  };
}
