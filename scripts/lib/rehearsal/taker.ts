// People who take a quiz over the API across an upgrade, and remember what the server acknowledged.
import { send, signIn } from "../../../bench/support/client";

type Question = {
  id: string;
  type: string;
  options?: { id: string }[];
  left?: { id: string }[];
  right?: { id: string }[];
  blanks?: number;
};
type Paper = { attemptId: string; state: string; questions: Question[]; answers: Record<string, unknown> };

function answerTo({ type, options = [], left = [], right = [], blanks = 1 }: Question): unknown {
  const ids = options.map(({ id }) => id);
  if (type === "single") return ids[0];
  if (type === "multiple") return ids.slice(0, 2);
  if (type === "true-false") return true;
  if (type === "fill") return Array.from({ length: blanks }, () => "1935");
  return type === "ordering" ? ids : Object.fromEntries(left.map(({ id }, at) => [id, right[at]?.id]));
}

export type Taker = {
  cookie: string;
  attemptId: string;
  /** In the order of the paper. */
  answers: [string, unknown][];
  acknowledged: Record<string, unknown>;
  revision: number;
  receiptId: string | null;
};

async function call<T>(base: string, cookie: string, method: string, path: string, body?: object): Promise<T> {
  const options = body === undefined ? { cookie } : { cookie, body: JSON.stringify(body) };
  const reply = await send(base, method, `/api/v1${path}`, options);
  if (reply.status >= 300) throw new Error(`${method} ${path}：${reply.status} ${reply.body.slice(0, 200)}`);
  return JSON.parse(reply.body) as T;
}

/** Signs in and opens the quiz. */
export async function beginQuiz(input: {
  base: string;
  login: string;
  password: string;
  quizId: string;
}): Promise<Taker> {
  const cookie = await signIn(input.base, input.login, input.password);
  const paper = await call<Paper>(input.base, cookie, "POST", "/attempts", { quizId: input.quizId });
  const answers = paper.questions.map((question): [string, unknown] => [question.id, answerTo(question)]);
  return { cookie, attemptId: paper.attemptId, answers, acknowledged: {}, revision: 0, receiptId: null };
}

/** Saves one answer; what the server acknowledged is remembered. Throws when it did not. */
export async function saveNext(base: string, taker: Taker): Promise<boolean> {
  const next = taker.answers.find(([id]) => !(id in taker.acknowledged));
  if (next === undefined) return false;
  const [id, value] = next;
  taker.revision += 1;
  const body = { revision: taker.revision, answers: { [id]: value } };
  await call(base, taker.cookie, "PUT", `/attempts/${taker.attemptId}/answers`, body);
  taker.acknowledged[id] = value;
  return true;
}

export async function handIn(base: string, taker: Taker): Promise<void> {
  type Outcome = { receipt: { id: string; answered: number } };
  const { receipt } = await call<Outcome>(base, taker.cookie, "POST", `/attempts/${taker.attemptId}/submission`, {});
  if (receipt.answered !== Object.keys(taker.acknowledged).length) throw new Error("回执里的题数不对。");
  taker.receiptId = receipt.id;
}

/** What is wrong with one person's paper, session or receipt; empty when everything is as it was promised. */
export async function brokenPromises(base: string, taker: Taker): Promise<string[]> {
  const paper = await call<Paper>(base, taker.cookie, "GET", `/attempts/${taker.attemptId}`);
  const faults: string[] = [];
  for (const [id, value] of Object.entries(taker.acknowledged))
    if (JSON.stringify(paper.answers[id]) !== JSON.stringify(value)) faults.push(`${taker.attemptId}的答案${id}不对。`);
  if ((paper.state === "closed") !== (taker.receiptId !== null)) faults.push(`${taker.attemptId}的状态不对。`);
  if (taker.receiptId === null) return faults;
  const page = await send(base, "GET", `/receipts/${taker.receiptId}`);
  return page.body.includes("回执有效。") ? faults : [...faults, `回执${taker.receiptId}核验不过。`];
}
