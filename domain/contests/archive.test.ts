import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { scorePaper } from "@/domain/quizzes/score";
import { rightAnswer } from "@/domain/quizzes/review";
import { inIds } from "@/domain/quizzes/translate";
import type { AnswerValue, Draft, QuestionBody, QuestionVersionData } from "@/domain/quizzes/types";
import { makeVersion, PLAIN_BODIES } from "@/tests/factories/question-versions";
import { contestArchiveOf, placesOf, publishedValue, type ArchiveAttempt, type ContestArchiveInput } from "./archive";
import { drawnFor, paperFrom } from "./papers";
import { contentForm, sealForm } from "./seal";
import { verifyContest } from "./verification";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const bodies = Object.values(PLAIN_BODIES) as QuestionBody[];
const versions = new Map<string, QuestionVersionData>(
  [...bodies, ...bodies].map((body, at) => {
    const questionId = `q${String(at)}`;
    return [`${questionId}-v1`, makeVersion(body, { questionId, versionId: `${questionId}-v1` })] as const;
  }),
);
const questions = [...versions.values()].map(
  ({ versionId, questionId, topic, period, type, difficulty, ...version }) => ({
    ...{ versionId, questionId, topic, period, type, difficulty, origin: "file" as const },
    digest: sha256(contentForm(version)),
  }),
);
const sealed = { contestId: "c1", seed: "5eed", blueprint: { parts: [{ count: 5, points: 5 }] }, questions };

/** An attempt in which the first so many questions of the paper were answered right. */
function attempt(pseudonym: string, number: number, right: number): ArchiveAttempt {
  const drawn = drawnFor({ ...sealed, pool: questions, pseudonym, number }, sha256);
  if (!drawn) throw new Error("not drawn");
  const stored = paperFrom(drawn, versions);
  const draft = Object.fromEntries(
    stored.questions.slice(0, right).map((question): [string, Draft[string]] => {
      const body = versions.get(question.versionId)?.body ?? bodies[0];
      return [question.id, { value: body ? inIds(question, rightAnswer(body)) : null, revision: 1 }];
    }),
  );
  const { score, maxScore, lines } = scorePaper({ stored, versions, draft });
  const answers = lines.map(({ value, fraction }) => ({ value, fraction }));
  return { pseudonym, number, date: "2026-12-02", score, maxScore, answers };
}

const attempts = [attempt("p1", 1, 3), attempt("p1", 2, 2), attempt("p2", 1, 3), attempt("p3", 1, 0)];
const input: ContestArchiveInput = {
  ...sealed,
  ...{ seal: sha256(sealForm(sealed)), freed: [], attempts },
  contents: [...versions.values()].map((version) => ({ versionId: version.versionId, content: contentForm(version) })),
};
const text = contestArchiveOf(input);
const verify = (changed: string): string[] => verifyContest(changed, sha256);
const withLine = (from: RegExp, to: (line: string) => string): string => {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => from.test(line));
  if (at < 0) throw new Error(`no line ${String(from)}`);
  lines[at] = to(lines[at] ?? "");
  const [head = "", ...rest] = lines.filter((line) => line !== "");
  return [head, ...rest.sort(), ""].join("\n");
};

describe("the export of a contest", () => {
  it("agrees with itself and does not depend on the order of what is in it", () => {
    expect(verify(text)).toEqual([]);
    const turned = { ...input, attempts: [...attempts].reverse(), questions: [...questions].reverse() };
    expect(contestArchiveOf(turned)).toBe(text);
  });

  it("takes the best attempt and lets equal scores share the place", () => {
    expect(placesOf(attempts).map(({ id, points, place }) => [id, points, place])).toEqual([
      ["p1", 1_500, 1],
      ["p2", 1_500, 1],
      ["p3", 0, 3],
    ]);
    expect(text).toContain("place\tp1\t1500\t1\n");
  });

  it.each<[string, string, string]>([
    ["another seed", withLine(/^seed/, () => "seed\t5eee"), "封存摘要"],
    ["another blueprint", withLine(/^blueprint/, (line) => line.replace('"points":5', '"points":6')), "封存摘要"],
    ["a question less", text.replace(/^question\tq0-v1.*\n/mu, ""), "封存摘要"],
    [
      "another key",
      withLine(/^content.*true-false/, (line) => line.replace('"answer":true', '"answer":false')),
      "内容",
    ],
    ["a better score", withLine(/^attempt\tp3/, (line) => line.replace("\t0\t2500", "\t500\t2500")), "应得0"],
    ["a better fraction", withLine(/^attempt\tp3/, (line) => line.replace("[0,0,", "[100,0,")), "第1题"],
    ["the paper of another attempt", withLine(/^attempt\tp1\t1/, (line) => line.replace("p1\t1", "p1\t3")), "p1第3次"],
    ["a better place", withLine(/^place\tp3/, (line) => line.replace("\t3", "\t1")), "应为第3名"],
    ["a better sum", withLine(/^place\tp3/, (line) => line.replace("p3\t0", "p3\t9")), "最好成绩"],
    ["a place without an attempt", text.replace(/^attempt\tp3.*\n/mu, ""), "没有作答"],
    ["an attempt without a place", text.replace(/^place\tp3.*\n/mu, ""), "没有名次"],
    ["lines out of order", text.replace(/^(attempt\tp1\t1.*\n)(attempt\tp1\t2.*\n)/mu, "$2$1"), "顺序"],
    ["a line that is none", `${text}place\tp9\tmany\t1\n`, "读不懂"],
    ["no end of the last line", text.slice(0, -1), "换行符"],
    ["another header", text.replace("zhijian-ketang-contest\t1", "zhijian-ketang-contest\t2"), "首行"],
  ])("%s is found", (_name, changed, word) => {
    expect(changed).not.toBe(text);
    expect(verify(changed).join()).toContain(word);
  });

  it("gives everybody the marks of a void question, and of one taken down those whom it was given", () => {
    const at = 1;
    const questionId = paperQuestion("p2", at);
    const raised = attempts.map((each) => freed(each, questionId));
    const corrected = contestArchiveOf({ ...input, attempts: raised, freed: [{ questionId, why: "void" }] });
    expect(verify(corrected)).toEqual([]);
    expect(verify(contestArchiveOf({ ...input, freed: [{ questionId, why: "void" }] })).length).toBeGreaterThan(0);
    const some = attempts.map((each, index) => (index === 3 ? freed(each, questionId) : each));
    expect(verify(contestArchiveOf({ ...input, attempts: some, freed: [{ questionId, why: "taken-down" }] }))).toEqual(
      [],
    );
    expect(verify(contestArchiveOf({ ...input, attempts: raised })).length).toBeGreaterThan(0);
  });
});

function paperOf(pseudonym: string, number: number) {
  const drawn = drawnFor({ ...sealed, pool: questions, pseudonym, number }, sha256);
  return drawn ? paperFrom(drawn, versions).questions : [];
}
/** A question that is on the paper of p3 with no answer. */
function paperQuestion(_pseudonym: string, at: number): string {
  return paperOf("p3", 1)[at]?.questionId ?? "";
}
function freed(each: ArchiveAttempt, questionId: string): ArchiveAttempt {
  const at = paperOf(each.pseudonym, each.number).findIndex((question) => question.questionId === questionId);
  if (at < 0) return each;
  const answers = each.answers.map((answer, index) => (index === at ? { ...answer, fraction: 100 } : answer));
  const score = answers.reduce((sum, { fraction }) => sum + 5 * fraction, 0);
  return { ...each, answers, score };
}

it.each<[AnswerValue | null, AnswerValue | null]>([
  [
    ["王示例的电话", "1931"],
    ["", "1931"],
  ],
  [
    ["瑞金", "一九三一"],
    ["瑞金", "1931"],
  ],
  [null, null],
])("what was typed into blanks %j is published as %j", (value, published) => {
  expect(publishedValue(PLAIN_BODIES.fill, value)).toEqual(published);
});
