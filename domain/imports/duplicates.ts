/**
 * Rows of one file that say the same of what must be unique. Every such row is a fault and names the others, so that
 * nobody has to guess which one counts; the order of the rows does not matter.
 *
 * Example: rows 5 and 9 with one phone number: row 5 names row 9, row 9 names row 5.
 */
export class Doubles {
  private readonly rows = new Map<string, number[]>();

  /** Takes note that the row has this value; null and empty ones are nobody's. */
  add(value: string | null, row: number): void {
    if (value === null || value === "") return;
    const known = this.rows.get(value);
    if (known === undefined) this.rows.set(value, [row]);
    else known.push(row);
  }

  /** `第9行和第12行` for the other rows with this value, at most three; null when there are none. */
  others(value: string | null, row: number): string | null {
    const rows = value === null ? [] : (this.rows.get(value) ?? []).filter((each) => each !== row);
    if (rows.length === 0) return null;
    const named = [...rows].sort((a, b) => a - b).slice(0, 3);
    const text = named.map((each) => `第${each}行`).join("、");
    return rows.length > named.length ? `${text}等${rows.length}行` : text;
  }

  /** Every value that some row has. */
  values(): Iterable<string> {
    return this.rows.keys();
  }
}
