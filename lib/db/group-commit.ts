/**
 * Writes that wait at the same moment share one transaction, and so one wait for the disk. Each is acknowledged after
 * that commit and not before. When one of them fails, nothing of the group is kept and each is run again alone, so that
 * a fault stays with the one who made it.
 *
 * Example: thirty saves that arrive while a transaction is open are one commit of thirty rows.
 */
export type RunAlone = <T>(work: () => T) => Promise<T>;

interface Waiting {
  write: () => number;
  resolve: (changes: number) => void;
  reject: (error: unknown) => void;
}

const MOST = 200;

/** `inTransaction` runs a synchronous `work` in one transaction of its own. */
export function groupCommit(inTransaction: RunAlone): (write: () => number) => Promise<number> {
  let waiting: Waiting[] = [];
  let isDraining = false;

  async function commit(group: readonly Waiting[]): Promise<void> {
    try {
      const changes = await inTransaction(() => group.map(({ write }) => write()));
      group.forEach(({ resolve }, at) => resolve(changes[at] ?? 0));
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else for (const one of group) await commit([one]);
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // Requests that have arrived already are read before the next turn of the loop: let them join.
      await new Promise((resolve) => setImmediate(resolve));
      const group = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      await commit(group);
    }
    isDraining = false;
  }

  return (write) =>
    new Promise((resolve, reject) => {
      waiting.push({ write, resolve, reject });
      if (isDraining) return;
      isDraining = true;
      void drain();
    });
}
