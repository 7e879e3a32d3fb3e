export type ChartLine = { indexes: number[]; isDotted: boolean };

/**
 * The unbroken stretches of a line, as places of its points. A place without a value breaks it; a stretch of one point
 * has no line. When the last place is open, the step to it is a stretch of its own, dotted.
 *
 * Example: 10, 20, nothing, 30, 40, 50 with the last one open: 0–1, 3–4, and dotted 4–5.
 */
export function linesOf(values: readonly (number | null)[], isOpen: boolean): ChartLine[] {
  const lines: ChartLine[] = [];
  let current: number[] = [];
  const end = (): void => {
    if (current.length > 1) lines.push({ indexes: current, isDotted: false });
    current = [];
  };
  values.forEach((value, index) => {
    if (value === null) {
      end();
      return;
    }
    if (isOpen && index === values.length - 1) {
      const before = current.at(-1);
      end();
      if (before !== undefined) lines.push({ indexes: [before, index], isDotted: true });
      return;
    }
    current.push(index);
  });
  end();
  return lines;
}
