import { send } from "./support/client";
import type { Zone } from "./support/server";

/** One attempt as a client makes it: start, 20 answers in four saves, submission, review; everything is checked. */
export const STEPS = ["start", "save", "submit", "review"] as const;
export type Step = (typeof STEPS)[number];

export type Question = {
  id: string;
  type: string;
  points: number;
  options?: { id: string }[];
  left?: { id: string }[];
  right?: { id: string }[];
  blanks?: number;
};
export type Paper = { attemptId: string; revision: number; questions: Question[] };
type Receipt = { receipt: { score: number; answered: number; total: number } };
type Reviewed = { questions: { question: Question; value: unknown; fraction: number }[] };

const SAVES = 4;

/** An answer of the right form; which one does not matter, the server's score is compared with its own review. */
export function answerTo(question: Question): unknown {
  const ids = (question.options ?? []).map((option) => option.id);
  const pick = Math.floor(Math.random() * Math.max(ids.length, 1));
  switch (question.type) {
    case "single":
      return ids[pick];
    case "multiple":
      return ids.slice(0, 2);
    case "true-false":
      return Math.random() < 0.5;
    case "fill":
      return Array.from({ length: question.blanks ?? 1 }, () => "1935");
    case "ordering":
      return ids;
    default:
      return Object.fromEntries((question.left ?? []).map((left, index) => [left.id, question.right?.[index]?.id]));
  }
}

async function call<T>(
  zone: Zone,
  cookie: string,
  step: Step,
  times: Record<Step, number[]>,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const began = performance.now();
  const options = body === undefined ? { cookie } : { cookie, body: JSON.stringify(body) };
  const reply = await send(zone.base, method, `/api/v1${path}`, options);
  times[step].push(performance.now() - began);
  if (reply.status >= 300) throw new Error(`${method} ${path} ${reply.status} ${reply.body.slice(0, 200)}`);
  return JSON.parse(reply.body) as T;
}

export async function runAttempt(zone: Zone, cookie: string, times: Record<Step, number[]>): Promise<void> {
  const paper = await call<Paper>(zone, cookie, "start", times, "POST", "/attempts", { quizId: zone.quizId });
  const path = `/attempts/${paper.attemptId}`;
  const given = new Map(paper.questions.map((question) => [question.id, answerTo(question)]));
  const ids = [...given.keys()];
  const size = Math.ceil(ids.length / SAVES);
  for (let save = 0; save < SAVES; save += 1) {
    const answers = Object.fromEntries(ids.slice(save * size, (save + 1) * size).map((id) => [id, given.get(id)]));
    const reply = await call<{ ignored: string[] }>(zone, cookie, "save", times, "PUT", `${path}/answers`, {
      revision: paper.revision + save + 1,
      answers,
    });
    if (reply.ignored.length > 0) throw new Error("有答案没有被接收。");
  }
  const { receipt } = await call<Receipt>(zone, cookie, "submit", times, "POST", `${path}/submission`, {});
  if (receipt.answered !== ids.length || receipt.total !== ids.length) throw new Error("回执里的题数不对。");
  const review = await call<Reviewed>(zone, cookie, "review", times, "GET", `${path}/review`);
  verify(review, given, receipt.score);
}

function verify(review: Reviewed, given: Map<string, unknown>, score: number): void {
  let sum = 0;
  for (const { question, value, fraction } of review.questions) {
    if (JSON.stringify(value) !== JSON.stringify(given.get(question.id))) throw new Error("存下的答案不一样。");
    sum += fraction * question.points;
  }
  if (review.questions.length !== given.size || sum !== score) throw new Error(`得分${score}与逐题之和${sum}不符。`);
}
