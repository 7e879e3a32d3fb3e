import { businessDateOf } from "@/domain/calendar/shanghai";
import { ANSWER_PROBLEMS, parseAnswer } from "@/domain/quizzes/answers";
import { FULL_FRACTION, scoreInKeys } from "@/domain/quizzes/score";
import { isList, isPairing } from "@/domain/quizzes/translate";
import type { AnswerValue, IdForKey, KeyedText, QuestionVersionData, StoredQuestion } from "@/domain/quizzes/types";
import { recordAnswer } from "@/features/assignments/mutations/record-answer";
import { awardPoints } from "@/features/points/mutations/award-points";
import { inTransaction, isUniqueViolation } from "@/lib/db";
import { AppError, type FieldError } from "@/lib/errors";
import { findOutcome, findRecallContent, listAsked, type RecallContent } from "../queries";
import type { RecallOutcome } from "../types";
import { deedOf, occasionOf, outcomeView, type Answered } from "../view";
import { countFirsts } from "./count-firsts";

type Input = {
  readonly own: { readonly memberId: string };
  readonly contentId: string;
  /** By question id, in the keys of the question's current version. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly now: Date;
};

/**
 * Answers all recall questions of an entry or lesson at once: recorded, scored, paid and told in one transaction. A
 * repeat, or the same from another tab, gets the first outcome and changes nothing. Throws an AppError: `not-found` for
 * content that is unknown, retired or taken down, `invalid` naming every question that is missing or does not fit.
 */
export async function answerRecall(input: Input): Promise<RecallOutcome> {
  const content = await findRecallContent(input.contentId);
  if (content === null) throw new AppError("not-found", "这一条不在了，可能已经撤下，答案没有记录。");
  const first = await findOutcome(input.own, content, input.now);
  if (first !== null) return first;
  const asked = await listAsked(content);
  if (asked.length === 0) throw new AppError("not-found", "这一条现在没有回想题。");
  const answered = checkedAnswers(asked, input.answers);
  try {
    return await record(input, content, answered);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const theirs = await findOutcome(input.own, content, input.now);
    if (theirs === null) throw error;
    return theirs;
  }
}

/** The question as the checks of a paper see it: here its ids are the version's own keys. */
function asPaperQuestion(version: QuestionVersionData): StoredQuestion {
  const { questionId, versionId, body } = version;
  const base = { id: questionId, questionId, versionId, points: 1 };
  const named = (texts: readonly KeyedText[]): IdForKey[] => texts.map(({ key }) => ({ id: key, key }));
  switch (body.type) {
    case "single":
    case "multiple":
      return { ...base, type: body.type, options: named(body.options) };
    case "ordering":
      return { ...base, type: body.type, options: named(body.items) };
    case "true-false":
      return { ...base, type: body.type };
    case "fill":
      return { ...base, type: body.type, blanks: body.blanks.length };
    case "matching":
      return {
        ...{ ...base, type: body.type },
        ...{ left: named(body.pairs.map((pair) => pair.left)), right: named(body.pairs.map((pair) => pair.right)) },
      };
  }
}

function isComplete({ body }: QuestionVersionData, value: AnswerValue): boolean {
  if (body.type === "fill") return isList(value) && value.every((text) => text.trim() !== "");
  if (body.type === "matching") return isPairing(value) && Object.keys(value).length === body.pairs.length;
  return true;
}

function checkedAnswer(version: QuestionVersionData, raw: unknown, place: number): Answered | FieldError {
  const field = `answers.${version.questionId}`;
  const parsed = parseAnswer(asPaperQuestion(version), raw ?? null);
  if (!parsed.ok) return { field, code: parsed.code, detail: `第${place}题：${parsed.detail}` };
  if (parsed.value === null || !isComplete(version, parsed.value)) {
    return { field, code: "missing", detail: `第${place}题还没有答完。` };
  }
  return { version, value: parsed.value, fraction: scoreInKeys(version.body, parsed.value) };
}

/** All answers or an `invalid` that names every fault. Answers to questions that are no longer asked are left aside. */
function checkedAnswers(asked: readonly QuestionVersionData[], answers: Readonly<Record<string, unknown>>): Answered[] {
  const checked = asked.map((version, index) =>
    checkedAnswer(version, Object.hasOwn(answers, version.questionId) ? answers[version.questionId] : null, index + 1),
  );
  const errors = checked.filter((each): each is FieldError => "field" in each);
  if (errors.length === 0) return checked.filter((each): each is Answered => !("field" in each));
  const wrong = errors.find((error) => error.code in ANSWER_PROBLEMS);
  const detail = wrong ? "有答案和题目对不上，题目可能刚改过，请刷新这一页再答。" : "还有题没有答完，答完才能提交。";
  throw new AppError("invalid", detail, { errors });
}

const judged = ({ version: { questionId, topic }, fraction }: Answered) => ({
  ...{ questionId, topic, isAnswered: true, isVoid: false, fraction },
});

function record(input: Input, content: RecallContent, answered: readonly Answered[]): Promise<RecallOutcome> {
  const { own, now } = input;
  const occasion = occasionOf(content.kind, now);
  const businessDate = businessDateOf(now);
  const base = { memberId: own.memberId, businessDate };
  return inTransaction(async (tx) => {
    const { id } = await tx.recall.create({
      data: {
        ...{ ...base, contentId: content.id, occasion, answeredAt: now },
        answers: JSON.stringify(Object.fromEntries(answered.map(({ version, value }) => [version.questionId, value]))),
        rightCount: answered.filter(({ fraction }) => fraction === FULL_FRACTION).length,
        total: answered.length,
      },
      select: { id: true },
    });
    const firsts = await countFirsts(tx, { ...base, answers: answered.map(judged) });
    await tx.response.createMany({
      data: answered.map(({ version, value, fraction }) => ({
        ...{ ...base, recallId: id, questionId: version.questionId, versionId: version.versionId },
        ...{ value: JSON.stringify(value), fraction, first: firsts.has(version.questionId) },
      })),
    });
    const award = await awardPoints(tx, { memberId: own.memberId, ...deedOf(content, occasion), now });
    const target = { kind: content.kind, id: content.id };
    const answer = { memberId: own.memberId, target, answeredOn: businessDate, now };
    const { done, points } = await recordAnswer(tx, answer);
    const assignedPoints = done > 0 ? points : null;
    return outcomeView({ contentId: content.id, date: businessDate, answered, award, assignedPoints });
  });
}
