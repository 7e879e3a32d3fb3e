import { describe, expect, test } from "vitest";
import {
  answersForm,
  normaliseReceiptId,
  receiptForm,
  receiptIdFrom,
  type ReceiptFacts,
} from "@/domain/quizzes/receipt";

const facts: ReceiptFacts = {
  id: "ZJ7K-3F82-91C4",
  attemptId: "0193a4b2-7c11-7d3e-8f00-0123456789ab",
  submittedAt: new Date("2026-11-21T08:12:30.000Z"),
  answered: 19,
  total: 20,
  score: 8_650,
  maxScore: 10_000,
  answersSha256: "ab".repeat(32),
};

describe("receiptForm", () => {
  // Golden text: signatures of old receipts are checked against it, it must never change.
  test("is the documented text", () => {
    expect(receiptForm(facts)).toBe(
      "form=zhijian-receipt-1\n" +
        "id=ZJ7K-3F82-91C4\n" +
        "attemptId=0193a4b2-7c11-7d3e-8f00-0123456789ab\n" +
        "submittedAt=2026-11-21T08:12:30.000Z\n" +
        "answered=19\n" +
        "total=20\n" +
        "score=8650\n" +
        "maxScore=10000\n" +
        `answers=sha256:${"ab".repeat(32)}\n`,
    );
  });

  test("depends on every fact", () => {
    const changed: ReceiptFacts[] = [
      { ...facts, id: "ZJ7K-3F82-91C5" },
      { ...facts, attemptId: "x" },
      { ...facts, submittedAt: new Date("2026-11-21T08:12:30.001Z") },
      { ...facts, answered: 20 },
      { ...facts, total: 21 },
      { ...facts, score: 8_651 },
      { ...facts, maxScore: 10_001 },
      { ...facts, answersSha256: "cd".repeat(32) },
    ];
    const forms = new Set([facts, ...changed].map(receiptForm));
    expect(forms.size).toBe(1 + Object.keys(facts).length);
  });

  test.each<[string, Partial<ReceiptFacts>]>([
    ["a line break in an id", { attemptId: "x\nscore=10000" }],
    ["an equals sign in an id", { id: "a=b" }],
    ["an empty id", { id: "" }],
    ["a digest in capitals", { answersSha256: "AB".repeat(32) }],
    ["a digest that is too short", { answersSha256: "ab" }],
    ["half a point", { score: 0.5 }],
    ["a negative count", { answered: -1 }],
  ])("refuses %s", (_what, over) => {
    expect(() => receiptForm({ ...facts, ...over })).toThrow();
  });
});

describe("answersForm", () => {
  test("lists answered questions by id, whatever order they were saved in", () => {
    const form = 'q1=true\nq2=["o4","o1"]\nq3={"l1":"r2","l2":"r1"}\nq4=["瑞金","\\n="]\n';
    expect(
      answersForm({
        q4: { value: ["瑞金", "\n="], revision: 1 },
        q3: { value: { l2: "r1", l1: "r2" }, revision: 8 },
        q0: { value: null, revision: 9 },
        q2: { value: ["o4", "o1"], revision: 3 },
        q1: { value: true, revision: 1 },
      }),
    ).toBe(form);
  });

  test("keeps the order of lists, which is an answer", () => {
    expect(answersForm({ q1: { value: ["o2", "o1"], revision: 1 } })).not.toBe(
      answersForm({ q1: { value: ["o1", "o2"], revision: 1 } }),
    );
  });

  test("of nothing is empty", () => {
    expect(answersForm({})).toBe("");
  });
});

describe("receiptIdFrom", () => {
  test("turns bytes into three groups of Crockford's letters", () => {
    expect(receiptIdFrom(new Uint8Array([7, 19, 3, 15, 8, 2, 9, 1, 12, 4]))).toBe("ZJ7K-3F82-91C4");
    expect(receiptIdFrom(new Uint8Array(10))).toBe("ZJ00-0000-0000");
    expect(receiptIdFrom(new Uint8Array(16).fill(255))).toBe("ZJZZ-ZZZZ-ZZZZ");
  });

  test("every byte counts", () => {
    const ids = Array.from({ length: 10 }, (_, index) => {
      const bytes = new Uint8Array(10);
      bytes[index] = 1;
      return receiptIdFrom(bytes);
    });
    expect(new Set(ids).size).toBe(10);
  });

  test("never has a letter that is taken for a digit", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    for (let start = 0; start + 10 <= 256; start += 1) {
      expect(receiptIdFrom(bytes.subarray(start))).toMatch(/^ZJ[0-9A-HJKMNP-TV-Z]{2}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    }
  });

  test("refuses too few bytes", () => {
    expect(() => receiptIdFrom(new Uint8Array(9))).toThrow(RangeError);
  });
});

describe("normaliseReceiptId", () => {
  test.each([
    ["zj7k-3f82-91c4", "ZJ7K-3F82-91C4"],
    [" ＺＪ７Ｋ 3F82 91C4 ", "ZJ7K-3F82-91C4"],
    ["ZJ7K3F8291C4", "ZJ7K-3F82-91C4"],
    ["ZJOI-L000-0000", "ZJ01-1000-0000"],
  ])("reads %s as %s", (typed, id) => {
    expect(normaliseReceiptId(typed)).toBe(id);
  });

  test.each(["", "ZJ7K-3F82-91C", "ZJ7K-3F82-91C44", "AB7K-3F82-91C4"])("%s is none", (typed) => {
    expect(normaliseReceiptId(typed)).toBeNull();
  });
});
