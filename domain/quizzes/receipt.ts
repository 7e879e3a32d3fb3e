/**
 * The receipt of a submission: the exact bytes that are signed.
 *
 * The rule: a receipt states what was counted, in a form that anybody can rebuild from the receipt itself: UTF-8 lines
 * `name=value`, each ended by LF, in this order and with no other line:
 *
 *     form=zhijian-receipt-1
 *     id=ZJ7K-3F82-91C4
 *     attemptId=0193…
 *     submittedAt=2026-11-21T08:12:30.000Z
 *     answered=19
 *     total=20
 *     score=8650
 *     maxScore=10000
 *     answers=sha256:<64 hexadecimal digits>
 *
 * Scores are hundredths of points; the last line is the SHA-256 of the answers that counted, in the form of
 * `answersForm`. These 64 digits are the receipt's `digest`, its `signature` is Ed25519 over the bytes of the form; both
 * are made elsewhere. So the receipt alone and the published key are enough to check it. Source: docs/api.md, "Submission"; RFC 8032 for Ed25519.
 *
 * Example: the draft `{q2: {value: ["o4", "o1"], revision: 3}, q1: {value: true, revision: 1}}` has the answers form
 * `q1=true⏎q2=["o4","o1"]⏎`.
 */
import type { AnswerValue, Draft } from "@/domain/quizzes/types";

export type ReceiptFacts = {
  readonly id: string;
  readonly attemptId: string;
  readonly submittedAt: Date;
  readonly answered: number;
  readonly total: number;
  /** Hundredths of points. */
  readonly score: number;
  readonly maxScore: number;
  /** SHA-256 of `answersForm`, 64 lower-case hexadecimal digits. */
  readonly answersSha256: string;
};

const SHA256_HEX = /^[0-9a-f]{64}$/;
const PLAIN_ID = /^[A-Za-z0-9_-]+$/;

/** The text that is digested and signed. Throws on an id or digest that could blur the lines. */
export function receiptForm(facts: ReceiptFacts): string {
  if (!PLAIN_ID.test(facts.id) || !PLAIN_ID.test(facts.attemptId)) throw new Error("A receipt needs plain ids");
  if (!SHA256_HEX.test(facts.answersSha256)) throw new Error("A receipt needs the SHA-256 of the answers");
  const counts = [facts.answered, facts.total, facts.score, facts.maxScore];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new Error("A receipt needs whole counts");
  return lines([
    ["form", "zhijian-receipt-1"],
    ["id", facts.id],
    ["attemptId", facts.attemptId],
    ["submittedAt", facts.submittedAt.toISOString()],
    ["answered", String(facts.answered)],
    ["total", String(facts.total)],
    ["score", String(facts.score)],
    ["maxScore", String(facts.maxScore)],
    ["answers", `sha256:${facts.answersSha256}`],
  ]);
}

/**
 * The answers of a draft as one text: a line `<question id>=<JSON value>` for each answered question, sorted by id;
 * pairs sorted by their left id, lists as they were given. Revisions and cleared answers leave no trace.
 */
export function answersForm(draft: Draft): string {
  const answered = Object.entries(draft).flatMap(([id, { value }]): [string, string][] =>
    value === null ? [] : [[id, JSON.stringify(inKeyOrder(value))]],
  );
  return lines(answered.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const lines = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${name}=${value}\n`).join("");

function inKeyOrder(value: AnswerValue): AnswerValue {
  if (typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A receipt id as `receiptIdFrom` wrote it, from what somebody typed: case, width, spaces and dashes do not matter, and
 * letters that the alphabet leaves out are read as the digits they look like. null when it can be none.
 */
export function normaliseReceiptId(typed: string): string | null {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (letters.length !== 3 * GROUP || !letters.startsWith("ZJ")) return null;
  return [0, GROUP, 2 * GROUP].map((start) => letters.slice(start, start + GROUP)).join("-");
}

/** Crockford's base 32: no I, L, O, U. */
const ID_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Random characters of an id; as many random bytes are needed. */
export const RECEIPT_ID_BYTES = 10;
const GROUP = 4;

/** A receipt id like ZJ7K-3F82-91C4 from ten random bytes, of each of which five bits are used (50 random bits). */
export function receiptIdFrom(bytes: Uint8Array): string {
  if (bytes.length < RECEIPT_ID_BYTES) throw new RangeError(`A receipt id needs ${RECEIPT_ID_BYTES} random bytes`);
  const random = Array.from(bytes.subarray(0, RECEIPT_ID_BYTES), (byte) => ID_LETTERS.charAt(byte % ID_LETTERS.length));
  const letters = `ZJ${random.join("")}`;
  return [0, GROUP, 2 * GROUP].map((start) => letters.slice(start, start + GROUP)).join("-");
}
