/** The figures that an organisation can object to. */
export const FIGURES = ["assigned", "answered", "excused", "recall"] as const;
export type FigureName = (typeof FIGURES)[number];
