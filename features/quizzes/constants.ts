/** Whole points of each question of a fixed list. */
export const FIXED_LIST_POINTS = 5;
