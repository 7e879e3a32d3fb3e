import { describe, expect, it } from "vitest";
import { faceOf } from "@/domain/quizzes/face";
import { parseFiles } from "@/features/library/content/parse-files";
import { sampleFiles } from "@/tests/content/sample";
import { listLibraryVersions } from "./queries";
import type { FileQuestion } from "./schema";
import { digestOf, versionOf } from "./view";

const { library } = parseFiles(sampleFiles());
const [document] = library.lessons;
if (document === undefined) throw new Error("no lesson");

const version = (change: (question: FileQuestion) => FileQuestion, id: string) => {
  const found = library.questions.find(({ data }) => data.id === id);
  if (found === undefined) throw new Error(id);
  return versionOf(change(structuredClone(found.data)), document, "那一段");
};
const same = (question: FileQuestion) => question;

/** The same texts with another key. */
function otherKey(question: FileQuestion): FileQuestion {
  switch (question.type) {
    case "single":
    case "multiple":
      return {
        ...question,
        options: question.options.map(({ text, right }) => (right ? { text } : { text, right: true })),
      };
    case "true-false":
      return { ...question, answer: !question.answer };
    case "ordering":
      return { ...question, items: question.items.toReversed() };
    case "matching": {
      const rights = question.pairs.map(({ right }) => right);
      return {
        ...question,
        pairs: question.pairs.map(({ left }, index) => ({ left, right: rights.at(index - 1) ?? "" })),
      };
    }
    case "fill":
      return { ...question, blanks: question.blanks.map(() => ["别的答案"]) };
  }
}

describe("a question of the files as a version", () => {
  it.each(library.questions.map(({ data }) => data.id))(
    "%s has the same face whatever its key is, and another digest",
    (id) => {
      const [one, other] = [version(same, id), version(otherKey, id)];
      expect(JSON.stringify(faceOf(other))).toBe(JSON.stringify(faceOf(one)));
      expect(digestOf(other)).not.toBe(digestOf(one));
    },
  );

  it("keeps its digest when options change places", () => {
    const turned = (question: FileQuestion) =>
      question.type === "single" ? { ...question, options: question.options.toReversed() } : question;
    expect(digestOf(version(turned, "zunyi-day"))).toBe(digestOf(version(same, "zunyi-day")));
  });

  it("keeps the keys of the other options when one is reworded", () => {
    const reworded = (question: FileQuestion) =>
      question.type === "single"
        ? { ...question, options: [{ text: "1934年12月19日" }, ...question.options.slice(1)] }
        : question;
    const keys = (each: ReturnType<typeof version>) =>
      each.body.type === "single" ? each.body.options.map(({ key }) => key) : [];
    expect(
      keys(version(reworded, "zunyi-day")).filter((key) => keys(version(same, "zunyi-day")).includes(key)),
    ).toHaveLength(2);
  });

  it("is refused when it points nowhere", () => {
    const broken = {
      ...library,
      questions: library.questions.map((each) => ({ ...each, data: { ...each.data, anchor: "daily/01-15#none" } })),
    };
    expect(() => listLibraryVersions(broken)).toThrow(/指向的daily\/01-15#none不存在/);
  });
});
