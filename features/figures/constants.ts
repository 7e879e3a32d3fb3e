/** The quarter of today and those before it that can be looked at. */
export const QUARTERS_SHOWN = 8;
