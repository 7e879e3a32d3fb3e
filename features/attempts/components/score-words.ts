const HUNDREDTHS = 100;

/** Hundredths of points as people read them: 9000 is 90, 8650 is 86.5. */
export function pointsOf(hundredths: number): string {
  return String(hundredths / HUNDREDTHS);
}
