/**
 * Whom an assignment is for. One for the whole branch is for whoever belongs to the branch on the decisive day: today, or
 * the due date once that has passed. So a newcomer gets what is still open, and somebody who leaves takes nothing of it
 * along. One for chosen people is for them, wherever they go.
 *
 * Example: due on 30 November, whole branch. Who joins on the 29th is asked, who joins on 1 December is not, and who left
 * on the 29th is not asked any more.
 */
export interface Assigned {
  readonly branchId: string;
  readonly dueOn: string;
  readonly whole: boolean;
  /** Member ids; asked of chosen ones only. */
  readonly chosen: readonly string[];
}

/** One stay in a branch; `until` is its last day, null while it lasts. */
export interface Stay {
  readonly memberId: string;
  readonly branchId: string;
  readonly since: string;
  readonly until: string | null;
}

/** The earlier of today and the due date. */
export function decisiveDay(dueOn: string, today: string): string {
  return dueOn < today ? dueOn : today;
}

/** Ids of the people it is for, in the order given, each once. */
export function coveredMembers(assigned: Assigned, stays: readonly Stay[], today: string): string[] {
  if (!assigned.whole) return [...new Set(assigned.chosen)];
  const day = decisiveDay(assigned.dueOn, today);
  const there = stays.filter(
    (stay) => stay.branchId === assigned.branchId && stay.since <= day && (stay.until === null || stay.until >= day),
  );
  return [...new Set(there.map((stay) => stay.memberId))];
}
