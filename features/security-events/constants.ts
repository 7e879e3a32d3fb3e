/** Security events are kept six months. */
const KEEP_DAYS = 183;

/** Pages of the log that can be turned to; older events leave with the purge. */
export const LAST_PAGE = 1000;

/** The oldest instant that is still kept. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - KEEP_DAYS * 24 * 60 * 60 * 1000);
}
