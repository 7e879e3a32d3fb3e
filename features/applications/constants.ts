/** How long a branch code may be used, in days. */
export const CODE_DAYS = [7, 30, 90] as const;

/** Applications and ended codes are forgotten after so many days. */
export const KEEP_DAYS = 90;
