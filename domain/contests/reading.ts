/**
 * The text of a contest's export as its parts.
 *
 * The rule: the header decides whether it is one at all; every other line is read by its first field, and a line that
 * cannot be read is a fault with its number. What the parts mean is not asked here.
 *
 * Example: `place⇥p1⇥1500⇥1` is the place of p1; `place⇥p1⇥many⇥1` is 第2行读不懂.
 */
import type { AnswerValue, Blueprint, BlueprintPart, QuestionBody, QuestionVersionData } from "@/domain/quizzes/types";
import { CONTEST_ARCHIVE_FORMAT, CONTEST_ARCHIVE_NAME, FREED, type ArchiveAttempt, type Freed } from "./archive";
import type { SealedQuestion } from "./seal";

export interface PlaceLine {
  readonly pseudonym: string;
  readonly score: number;
  readonly place: number;
}

export interface ArchiveText {
  readonly contestId: string;
  readonly seal: string;
  readonly people: number;
  readonly attemptCount: number;
  /** All but the header, as they stand. */
  readonly lines: readonly string[];
  seed: string;
  blueprint: Blueprint;
  readonly questions: SealedQuestion[];
  /** By version id. */
  readonly contents: Map<string, { text: string; stem: string; body: QuestionBody }>;
  /** Of the contents, as drawing and scoring take them. */
  readonly versions: Map<string, QuestionVersionData>;
  readonly freed: Map<string, Freed>;
  readonly attempts: ArchiveAttempt[];
  readonly places: PlaceLine[];
  readonly faults: string[];
}

const WHOLE = /^(?:0|[1-9]\d{0,9})$/u;

function whole(text: string | undefined): number {
  if (text === undefined || !WHOLE.test(text)) throw new RangeError("Not a whole number");
  return Number(text);
}

function readHeader(line: string): Pick<ArchiveText, "contestId" | "seal" | "people" | "attemptCount"> | null {
  const [name, format, contestId = "", seal = "", people, attempts, ...more] = line.split("\t");
  if (name !== CONTEST_ARCHIVE_NAME || format !== CONTEST_ARCHIVE_FORMAT || more.length > 0) return null;
  try {
    return { contestId, seal, people: whole(people), attemptCount: whole(attempts) };
  } catch {
    return null;
  }
}

/** Null when the text is no export of a contest. Never throws. */
export function readArchive(text: string): ArchiveText | null {
  const [header = "", ...lines] = text.split("\n");
  const head = readHeader(header);
  if (head === null) return null;
  const faults = lines.pop() === "" ? [] : ["末行没有以换行符结束。"];
  const archive: ArchiveText = {
    ...head,
    ...{ lines, seed: "", blueprint: { parts: [] }, questions: [], contents: new Map(), versions: new Map() },
    ...{ freed: new Map(), attempts: [], places: [], faults },
  };
  lines.forEach((line, index) => {
    try {
      readLine(line.split("\t"), archive);
    } catch {
      faults.push(`第${index + 2}行读不懂。`);
    }
  });
  for (const question of archive.questions) {
    const content = archive.contents.get(question.versionId);
    if (content) archive.versions.set(question.versionId, versionOf(question, content));
  }
  return archive;
}

type Reader = { readonly fields: number; readonly read: (fields: readonly string[], into: ArchiveText) => void };

/** Each throws for a line that is none. */
const READERS: Readonly<Record<string, Reader>> = {
  blueprint: {
    fields: 2,
    read: ([, parts = ""], into) => void (into.blueprint = { parts: JSON.parse(parts) as BlueprintPart[] }),
  },
  seed: { fields: 2, read: ([, seed = ""], into) => void (into.seed = seed) },
  question: { fields: 9, read: (fields, into) => void into.questions.push(questionOf(fields)) },
  content: {
    fields: 3,
    read: ([, versionId = "", text = ""], into) =>
      void into.contents.set(versionId, { ...(JSON.parse(text) as { stem: string; body: QuestionBody }), text }),
  },
  freed: { fields: 3, read: ([, questionId = "", why = ""], into) => void into.freed.set(questionId, freedOf(why)) },
  attempt: { fields: 8, read: (fields, into) => void into.attempts.push(attemptOf(fields)) },
  place: {
    fields: 4,
    read: ([, pseudonym = "", score, place], into) =>
      void into.places.push({ pseudonym, score: whole(score), place: whole(place) }),
  },
};

function readLine(fields: readonly string[], into: ArchiveText): void {
  const reader = READERS[fields[0] ?? ""];
  if (reader?.fields !== fields.length) throw new RangeError("Not a line of an export");
  reader.read(fields, into);
}

function freedOf(why: string): Freed {
  const found = FREED.find((each) => each === why);
  if (found === undefined) throw new RangeError("Not a reason");
  return found;
}

function questionOf(fields: readonly string[]): SealedQuestion {
  const [, versionId = "", questionId = "", origin, topic = "", period, type, difficulty, digest = ""] = fields;
  // Taken as they stand: the seal is over these very words.
  return { versionId, questionId, origin, topic, period, type, difficulty, digest } as SealedQuestion;
}

function attemptOf(fields: readonly string[]): ArchiveAttempt {
  const [, pseudonym = "", number, date = "", score, maxScore, values = "", fractions = ""] = fields;
  const [given, marks] = [JSON.parse(values) as (AnswerValue | null)[], JSON.parse(fractions) as number[]];
  if (given.length !== marks.length) throw new RangeError("Values and fractions differ in number");
  return {
    ...{ pseudonym, number: whole(number), date, score: whole(score), maxScore: whole(maxScore) },
    answers: given.map((value, index) => ({ value, fraction: marks[index] ?? 0 })),
  };
}

/** What drawing and scoring need of a version; the rest is not told. */
function versionOf(
  question: SealedQuestion,
  { stem, body }: { stem: string; body: QuestionBody },
): QuestionVersionData {
  const { versionId, questionId, topic, period, type, difficulty } = question;
  const untold = { explanation: "", anchor: "", passage: "", sources: [] };
  return { versionId, questionId, topic, period, type, difficulty, stem, body, ...untold };
}
