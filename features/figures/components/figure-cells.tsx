import { Meter } from "@/components/charts/meter";
import { percentOf } from "@/domain/figures/share";
import type { Figures } from "@/domain/figures/tallies";
import { FIGURE_LABELS, figureWords } from "../view/words";

type Props = { figures: Figures; objections: number };

/** The four figures as cells of a row, each with its words; beside them whether one of them is doubted. */
export function FigureCells({ figures, objections }: Props) {
  return (
    <>
      <td className="num" data-label={FIGURE_LABELS.assigned}>
        {figureWords("assigned", figures)}
      </td>
      <td data-label={FIGURE_LABELS.answered}>
        <Meter percent={percentOf(figures.answered)} words={figureWords("answered", figures)} />
      </td>
      <td className="num" data-label={FIGURE_LABELS.excused}>
        <span className={figures.excused === null ? "meta" : undefined}>{figureWords("excused", figures)}</span>
      </td>
      <td data-label={FIGURE_LABELS.recall}>
        <Meter percent={percentOf(figures.recall)} words={figureWords("recall", figures)} />
      </td>
      <td data-label="异议">
        {objections === 0 ? null : (
          <a className="inline-link" href="/committee/objections">
            {objections}处待答复
          </a>
        )}
      </td>
    </>
  );
}
