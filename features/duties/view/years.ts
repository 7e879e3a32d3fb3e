/** The years that can be drawn up: this one and the next. */
export function yearsOffered(today: string): string[] {
  const year = Number(today.slice(0, 4));
  return [String(year), String(year + 1)];
}

/** The year that is shown: the one asked for among those there are, else this year's, else the latest. */
export function chosenYear(asked: string, years: readonly string[], today: string): string {
  if (years.includes(asked)) return asked;
  const present = today.slice(0, 4);
  return years.includes(present) ? present : (years.toSorted().at(-1) ?? present);
}
