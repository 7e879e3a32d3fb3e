/**
 * The recall rate asks what people remembered by themselves: of every question only a person's first answer ever counts,
 * whether it stood in a quiz or below an entry. An unanswered question is no answer, and full marks that everybody got
 * for a question that was void say nothing: both leave the first answer open for another day. An answer counts as right
 * when it earned full marks.
 *
 * Example: Zunyi wrong, Zunyi right a week later, Ruijin right: first answers 2, right 1.
 */
import { FULL_FRACTION } from "./score";

export interface JudgedAnswer {
  readonly questionId: string;
  readonly topic: string;
  readonly isAnswered: boolean;
  /** True when everybody got full marks whatever they answered. */
  readonly isVoid: boolean;
  readonly fraction: number;
}

/** Those that are first answers, `known` being the questions that the person answered before. Each question once. */
export function firstAnswers<Answer extends JudgedAnswer>(
  answers: readonly Answer[],
  known: ReadonlySet<string>,
): Answer[] {
  const taken = new Set(known);
  return answers.filter(({ questionId, isAnswered, isVoid }) => {
    if (!isAnswered || isVoid || taken.has(questionId)) return false;
    taken.add(questionId);
    return true;
  });
}

export interface TopicSum {
  readonly topic: string;
  readonly firsts: number;
  readonly rights: number;
}

/** First answers and right ones by topic, topics in the order in which they first appear. */
export function sumByTopic(answers: readonly Pick<JudgedAnswer, "topic" | "fraction">[]): TopicSum[] {
  const sums = new Map<string, TopicSum>();
  for (const { topic, fraction } of answers) {
    const { firsts, rights } = sums.get(topic) ?? { firsts: 0, rights: 0 };
    sums.set(topic, { topic, firsts: firsts + 1, rights: rights + (fraction === FULL_FRACTION ? 1 : 0) });
  }
  return [...sums.values()];
}
