/**
 * Places by points. Equal points share the place and the next place is left out; nothing else decides, speed least of
 * all.
 *
 * Example: 9, 7, 7, 4 points give the places 1, 2, 2, 4.
 */
export interface Scored {
  readonly id: string;
  readonly points: number;
}

export type Placed<Row extends Scored> = Row & { readonly place: number };

function byPointsThenId(a: Scored, b: Scored): number {
  if (a.points !== b.points) return b.points - a.points;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** The rows with their places, most points first, by id where points are equal: the same whatever the order given. */
export function rank<Row extends Scored>(rows: readonly Row[]): Placed<Row>[] {
  const sorted = [...rows].sort(byPointsThenId);
  const placed: Placed<Row>[] = [];
  for (const [index, row] of sorted.entries()) {
    const before = placed[index - 1];
    placed.push({ ...row, place: before?.points === row.points ? before.place : index + 1 });
  }
  return placed;
}
