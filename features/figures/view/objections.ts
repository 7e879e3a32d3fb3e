import { formatInstant } from "@/domain/calendar/labels";
import { quarterLabel } from "@/features/points/view";
import type { ObjectionRow } from "../queries/objections";
import { FIGURE_LABELS } from "./words";

export type ObjectionView = {
  id: string;
  organisationId: string;
  organisation: string;
  /** 2026年第四季度，已答，当时是41 / 46人次 */
  about: string;
  text: string;
  at: string;
  answer: string | null;
};

/** An objection in words, with the figure as it was shown when it was made. */
export function objectionView(row: ObjectionRow): ObjectionView {
  const { id, organisationId, organisation, quarter, figure, shown, text, createdAt, answer } = row;
  const about = `${quarterLabel(quarter)}，${FIGURE_LABELS[figure]}，当时是${shown}`;
  return { id, organisationId, organisation, about, text, at: formatInstant(createdAt), answer };
}
