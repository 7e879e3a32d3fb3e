/** How long a village's link may be used, in days. */
export const LINK_DAYS = [30, 90, 180] as const;
