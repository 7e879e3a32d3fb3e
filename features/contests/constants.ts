/** Percent of the full score that reads as passed on a contest's receipt page; nothing depends on it. */
export const PASS_PERCENT = 60;
