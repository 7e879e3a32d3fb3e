import type { OrganisationReport } from "../queries/organisation";
import { FIGURES, type FigureName } from "../types";
import { topicChart, weekChart, type Chart } from "./charts";
import { objectionView, type ObjectionView } from "./objections";
import { FIGURE_LABELS, FIGURE_NOTES, figureWords } from "./words";

export type FigureLine = {
  figure: FigureName;
  label: string;
  note: string;
  words: string;
  /** An objection to it waits for an answer. */
  isDoubted: boolean;
};

export type OrganisationFigures = {
  lines: FigureLine[];
  weeks: Chart & { isOpen: boolean };
  topics: Chart;
  objections: ObjectionView[];
};

/** The figures of one organisation as they are shown to the committee and to itself. */
export function organisationFigures(
  { figures, weeks, isWeekOpen, topics, objections }: OrganisationReport,
  labelOf: (topic: string) => string,
): OrganisationFigures {
  const doubted = new Set(objections.filter(({ answer }) => answer === null).map(({ figure }) => figure));
  return {
    lines: FIGURES.map((figure) => ({
      ...{ figure, label: FIGURE_LABELS[figure], note: FIGURE_NOTES[figure], words: figureWords(figure, figures) },
      isDoubted: doubted.has(figure),
    })),
    weeks: { ...weekChart(weeks), isOpen: isWeekOpen },
    topics: topicChart(topics, labelOf),
    objections: objections.map(objectionView),
  };
}
