/**
 * The paper of one attempt: what is stored, and what of it a candidate may see.
 *
 * The rule: a paper is stored before its first question is shown, with the order of questions and options and an opaque
 * id for each of them, all drawn from the attempt's seed. `publicPaper` is the only function that builds what a
 * candidate sees; it works on faces (see face.ts), which have no keys. The shuffle starts from a face's order, so the
 * paper depends on the texts and the seed alone. (Hence items to be ordered may by chance be shown in their right
 * order: to avoid that would tell something about the key.)
 * Source: docs/api.md, "Paper".
 *
 * Example: `storePaper({ questions: [{ version, points: 5 }], seed: "s" })` gives one question with the id `q…` whose
 * options are `o…` in the order of the seed; stored again with the same seed it is the same paper.
 */
import { rngFrom, type Rng } from "@/domain/random";
import { revisionOf } from "@/domain/quizzes/answers";
import { faceOf, type Faces } from "@/domain/quizzes/face";
import type {
  AnswerValue,
  AttemptState,
  Draft,
  IdAndText,
  IdForKey,
  KeyedText,
  PublicPaper,
  PublicQuestion,
  QuestionVersionData,
  StoredPaper,
  StoredQuestion,
} from "@/domain/quizzes/types";

/** Lower-case Crockford base 32: no letter that is taken for a digit. */
const ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const ID_LENGTH = 8;

/** Ids that are unique within one paper and tell nothing. */
function opaqueIds(rng: Rng): (prefix: string) => string {
  const used = new Set<string>();
  return (prefix) => {
    for (;;) {
      const id = prefix + Array.from({ length: ID_LENGTH }, () => ID_LETTERS[rng.int(ID_LETTERS.length)]).join("");
      if (!used.has(id)) {
        used.add(id);
        return id;
      }
    }
  };
}

export type PaperQuestion = { readonly version: QuestionVersionData; readonly points: number };

/** The paper of an attempt. Guarantees: the same questions and seed give the same paper, on every platform. */
export function storePaper(input: {
  readonly questions: readonly PaperQuestion[];
  readonly seed: string;
}): StoredPaper {
  const rng = rngFrom(`${input.seed}/paper`);
  const newId = opaqueIds(rng);
  const named = (prefix: string, texts: readonly KeyedText[]): IdForKey[] =>
    rng.shuffle(texts).map(({ key }) => ({ id: newId(prefix), key }));
  const questions = rng.shuffle(input.questions).map(({ version, points }): StoredQuestion => {
    const face = faceOf(version);
    const base = { id: newId("q"), questionId: version.questionId, versionId: version.versionId, points };
    switch (face.type) {
      case "single":
      case "multiple":
      case "ordering":
        return { ...base, type: face.type, options: named("o", face.options) };
      case "true-false":
        return { ...base, type: face.type };
      case "fill":
        return { ...base, type: face.type, blanks: face.blanks };
      case "matching":
        return { ...base, type: face.type, left: named("l", face.left), right: named("r", face.right) };
    }
  });
  return { seed: input.seed, questions };
}

export type PublicPaperInput = {
  readonly attemptId: string;
  readonly quizId: string;
  readonly title: string;
  readonly serverTime: Date;
  readonly startedAt: Date;
  readonly deadline: Date | null;
  readonly state: AttemptState;
  readonly stored: StoredPaper;
  readonly faces: Faces;
  readonly draft: Draft;
};

/** What the candidate may see of an attempt, as in docs/api.md. Throws when a face of the paper is missing. */
export function publicPaper(input: PublicPaperInput): PublicPaper {
  const entries = Object.entries(input.draft);
  const answers = entries.flatMap(([id, { value }]): [string, AnswerValue][] => (value === null ? [] : [[id, value]]));
  return {
    attemptId: input.attemptId,
    quizId: input.quizId,
    title: input.title,
    serverTime: input.serverTime.toISOString(),
    startedAt: input.startedAt.toISOString(),
    deadline: input.deadline?.toISOString() ?? null,
    state: input.state,
    revision: revisionOf(input.draft),
    questions: input.stored.questions.map((question) => publicQuestion(question, input.faces)),
    answers: Object.fromEntries(answers),
  };
}

/** One question as a candidate may see it. Throws when its face is missing or of another type. */
export function publicQuestion(question: StoredQuestion, faces: Faces): PublicQuestion {
  const face = faces.get(question.versionId);
  if (face === undefined) throw new Error(`No face for question version ${question.versionId}`);
  const base = { id: question.id, stem: face.stem, points: question.points };
  switch (question.type) {
    case "single":
    case "multiple":
    case "ordering":
      if (face.type !== question.type) break;
      return { ...base, type: question.type, options: withTexts(question.options, face.options) };
    case "true-false":
      return { ...base, type: question.type };
    case "fill":
      return { ...base, type: question.type, blanks: question.blanks };
    case "matching":
      if (face.type !== question.type) break;
      return {
        ...base,
        type: question.type,
        left: withTexts(question.left, face.left),
        right: withTexts(question.right, face.right),
      };
  }
  throw new Error(`Question version ${question.versionId} is not of the type ${question.type}`);
}

function withTexts(ids: readonly IdForKey[], texts: readonly KeyedText[]): IdAndText[] {
  return ids.map(({ id, key }) => {
    const found = texts.find((each) => each.key === key);
    if (found === undefined) throw new Error(`No text for the key ${key}`);
    return { id, text: found.text };
  });
}
