/**
 * What the answers say about the questions of a contest, as Moodle defines it.
 *
 * The rule: over the first attempt of each person that had the question, an omitted answer counting 0. With x the marks
 * of the question and y the marks of the rest of the paper, in percent: facility index = mean of x ÷ full marks;
 * discrimination index = correlation of x and y; discriminative efficiency = their covariance ÷ the greatest that these
 * marks could have, which both in ascending order have. What cannot be told (everybody has the same marks) is null. Fewer
 * than five people are nobody's business: nothing is told. Nothing here speaks of a person.
 * Source: docs.moodle.org/dev/Quiz_statistics_calculations, "Facility index", "Discrimination index", "Discriminative
 * efficiency", "Quizzes that allow multiple attempts".
 *
 * Example: x = 1, 0, 1, 0 and y = 3, 2, 1, 0 → covariance 1/3, variances 1/3 and 5/3, greatest covariance 2/3:
 * facility 50, discrimination 44.7, efficiency 50.
 */
const STATISTICS_MINIMUM = 5;

/** One question on one paper. Marks and full marks in any unit, the same for all. */
export interface Mark {
  readonly questionId: string;
  readonly mark: number;
  readonly full: number;
}

export interface QuestionStatistics {
  readonly questionId: string;
  /** How many papers had it. */
  readonly papers: number;
  readonly facility: number | null;
  readonly discrimination: number | null;
  readonly efficiency: number | null;
}

const PERCENT = 100;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function covariance(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [sum(x) / x.length, sum(y) / y.length];
  return sum(x.map((value, index) => (value - meanX) * ((y[index] ?? 0) - meanY))) / (x.length - 1);
}

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

interface Pairs {
  readonly x: number[];
  readonly y: number[];
  readonly full: number[];
}

/** Of one question; `x` and `y` are of the same papers. */
export function indicesOf({
  x,
  y,
  full,
}: Pairs): Pick<QuestionStatistics, "facility" | "discrimination" | "efficiency"> {
  const facility = sum(full) > 0 ? (PERCENT * sum(x)) / sum(full) : null;
  if (x.length < 2) return { facility, discrimination: null, efficiency: null };
  const spread = Math.sqrt(covariance(x, x) * covariance(y, y));
  const greatest = covariance(ascending(x), ascending(y));
  const found = covariance(x, y);
  return {
    facility,
    discrimination: spread > 0 ? (PERCENT * found) / spread : null,
    efficiency: greatest > 0 ? (PERCENT * found) / greatest : null,
  };
}

/** Of every question on at least five papers, by id; `papers` are the first attempts. The same for any order of them. */
export function statisticsOf(papers: readonly (readonly Mark[])[]): QuestionStatistics[] {
  const pairs = new Map<string, Pairs>();
  for (const marks of papers) {
    const total = sum(marks.map(({ mark }) => mark));
    for (const { questionId, mark, full } of marks) {
      const of = pairs.get(questionId) ?? { x: [], y: [], full: [] };
      pairs.set(questionId, of);
      of.x.push(mark);
      of.y.push(total - mark);
      of.full.push(full);
    }
  }
  return [...pairs]
    .filter(([, { x }]) => x.length >= STATISTICS_MINIMUM)
    .map(([questionId, of]) => ({ questionId, papers: of.x.length, ...indicesOf(of) }))
    .sort((a, b) => (a.questionId < b.questionId ? -1 : 1));
}
