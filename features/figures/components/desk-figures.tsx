import { Icon } from "@/components/ui/icon";
import type { Desk } from "../loaders/desk";
import { deskHref } from "../view/desk";
import { countWords, figureWords } from "../view/words";
import { DeskFilterForm } from "./desk-filter";
import { DeskTable } from "./desk-table";

/** 党群工作站与组织: filters, figures, the file. */
export function DeskFigures({ desk }: { desk: Desk }) {
  const { filter, flat } = desk;
  return (
    <section className="box mb-4" aria-labelledby="figures-title">
      <header className="flex-wrap">
        <h2 id="figures-title">党群工作站与组织</h2>
        <nav className="subtabs" aria-label="分组">
          <a href={deskHref(filter, { view: "", q: "" })} aria-current={flat === null ? "true" : undefined}>
            按站
          </a>
          <a href={deskHref(filter, { view: "all", open: "" })} aria-current={flat === null ? undefined : "true"}>
            全部组织
          </a>
        </nav>
        {desk.organisations === 0 ? null : (
          <div className="end">
            <a className="btn" href={desk.fileHref}>
              <Icon name="download" small />
              导出xlsx
            </a>
          </div>
        )}
      </header>
      {desk.organisations === 0 ? null : (
        <>
          <DeskFilterForm desk={desk} />
          <p className="px-4 pb-3">
            {countWords(desk.organisations)}家组织，{countWords(desk.people)}人。{sentence(desk)}
          </p>
        </>
      )}
      <DeskTable desk={desk} />
      {desk.organisations === 0 ? null : (
        <p className="meta px-4 py-3">
          组织的数据跟着工作关系走，完成日期在这个季度的学习才算，说明了原因的不算应答。不足5人的组织不列；它们合起来够5人的计入站的合计，不够的不计。站的合计是全站的，不随筛选变化。竞赛和大赢家自愿参加，不在此表。
        </p>
      )}
    </section>
  );
}

/** What the scope did in the quarter, as one sentence. */
function sentence({ sums, quarter }: Desk): string {
  if (sums.assigned === 0) return `${quarter}还没有派发学习。`;
  const parts = [`派发学习${figureWords("assigned", sums)}`];
  if (sums.answered.kind === "shown") parts.push(`已答${figureWords("answered", sums)}`);
  if (sums.excused !== null && sums.excused > 0) parts.push(`${figureWords("excused", sums)}说明了原因`);
  if (sums.recall.kind === "shown") parts.push(`首次答对${figureWords("recall", sums)}`);
  return `${quarter}${parts.join("，")}。`;
}
