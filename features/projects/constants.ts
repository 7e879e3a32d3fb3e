/** How many days a claimant may have. */
export const DAYS_CHOICES = [7, 14, 30, 60, 90] as const;

/** How long a village's link may be used, in days. */
export const LINK_DAYS = [30, 90, 180] as const;
