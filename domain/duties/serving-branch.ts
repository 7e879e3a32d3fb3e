/**
 * The branch whose secretary keeps an organisation's duty list: the branch it hosts, else the one to which most of its
 * people belong today, a joint branch for instance. An organisation with neither has none, and its party worker keeps
 * the list alone.
 *
 * Example: an organisation without a branch of its own and with three people in a joint branch is served by that one.
 */
export interface Belonging {
  readonly branchId: string;
  /** The organisation's people in it today; 0 for a branch that it merely hosts. */
  readonly people: number;
  readonly isHosted: boolean;
}

export function servingBranch(branches: readonly Belonging[]): string | null {
  const [best] = branches.toSorted(
    (a, b) => Number(b.isHosted) - Number(a.isHosted) || b.people - a.people || (a.branchId < b.branchId ? -1 : 1),
  );
  return best?.branchId ?? null;
}
