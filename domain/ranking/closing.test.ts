import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { archiveOf, compareUtf8, type ArchiveInput } from "./closing";
import { verifyArchive } from "./verification";

const example: ArchiveInput = {
  quarter: "2026Q4",
  tableVersion: "2026Q4",
  people: [
    { pseudonym: "p2", branch: "b1", organisation: "o1" },
    { pseudonym: "p10", branch: "b1", organisation: null },
    { pseudonym: "p1", branch: null, organisation: "o1" },
    { pseudonym: "p3", branch: null, organisation: null },
  ],
  entries: [
    { pseudonym: "p2", date: "2026-11-20", reason: "lesson", sourceKind: "content", value: 2 },
    { pseudonym: "p1", date: "2026-10-01", reason: "daily-entry", sourceKind: "content", value: 1 },
    { pseudonym: "p2", date: "2026-11-20", reason: "lesson", sourceKind: "content", value: 2 },
    { pseudonym: "p2", date: "2026-11-20", reason: "lesson", sourceKind: "reversal", value: -2 },
    { pseudonym: "p10", date: "2026-12-31", reason: "lesson", sourceKind: "content", value: 2 },
  ],
};

const GOLDEN = `zhijian-ketang-season	1	2026Q4	2026Q4	4	5
entry	p1	2026-10-01	daily-entry	content	1
entry	p10	2026-12-31	lesson	content	2
entry	p2	2026-11-20	lesson	content	2
entry	p2	2026-11-20	lesson	content	2
entry	p2	2026-11-20	lesson	reversal	-2
place	p1	1	3	-	o1
place	p10	2	1	b1	-
place	p2	2	1	b1	o1
place	p3	0	4	-	-
`;

it("is exactly this text", () => {
  expect(archiveOf(example)).toBe(GOLDEN);
  expect(verifyArchive(GOLDEN)).toEqual([]);
});

it("is the same for any order of people and entries", () => {
  const turned = { ...example, people: [...example.people].reverse(), entries: [...example.entries].reverse() };
  expect(archiveOf(turned)).toBe(GOLDEN);
});

it("an empty quarter is a header", () => {
  const empty = archiveOf({ ...example, people: [], entries: [] });
  expect(empty).toBe("zhijian-ketang-season\t1\t2026Q4\t2026Q4\t0\t0\n");
  expect(verifyArchive(empty)).toEqual([]);
});

describe("byte order", () => {
  it("puts 😀 (U+1F600) after ﬁ (U+FB01), where code units would not", () => {
    expect("😀" < "ﬁ").toBe(true);
    expect(compareUtf8("😀", "ﬁ")).toBeGreaterThan(0);
    const people = ["😀", "ﬁ", "王", "a"].map((pseudonym) => ({ pseudonym, branch: null, organisation: null }));
    const lines = archiveOf({ ...example, people, entries: [] }).split("\n");
    expect(lines.slice(1, 5).map((line) => line.split("\t")[1])).toEqual(["a", "王", "ﬁ", "😀"]);
  });
  it("agrees with the bytes", () => {
    const encoder = new TextEncoder();
    const text = fc.string({ unit: "binary", maxLength: 6 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(encoder.encode(a), encoder.encode(b)));
      }),
      { numRuns: 300 },
    );
  });
});

describe("what cannot stand in an archive is refused", () => {
  const [person] = example.people;
  const [entry] = example.entries;
  const faulty: [string, ArchiveInput][] = [
    ["a double pseudonym", { ...example, people: [...example.people, ...example.people] }],
    ["a stranger's entry", { ...example, people: [] }],
    ["a tab", { ...example, entries: [], people: [{ ...person!, branch: "b\t1" }] }],
    ["a line end", { ...example, entries: [{ ...entry!, reason: "les\nson" }] }],
    ["an empty field", { ...example, entries: [{ ...entry!, sourceKind: "" }] }],
    ["half a character", { ...example, entries: [{ ...entry!, sourceKind: "\ud83d" }] }],
    ["the day before the quarter", { ...example, entries: [{ ...entry!, date: "2026-09-30" }] }],
    ["a fraction", { ...example, entries: [{ ...entry!, value: 0.5 }] }],
  ];
  it.each(faulty)("%s", (_sentence, input) => {
    expect(() => archiveOf(input)).toThrow(RangeError);
  });
});

describe("verifying finds every forgery", () => {
  it.each([
    ["a sum", "place\tp1\t1\t3", "place\tp1\t3\t3", ["p1：流水合计1分，档案写3分。"]],
    ["a place", "place\tp3\t0\t4", "place\tp3\t0\t3", ["p3：应为第4名，档案写第3名。"]],
    [
      "an entry's value",
      "content\t1\n",
      "content\t9\n",
      [
        "p1：流水合计9分，档案写1分。",
        "p1：应为第1名，档案写第3名。",
        "p10：应为第2名，档案写第1名。",
        "p2：应为第2名，档案写第1名。",
      ],
    ],
    [
      "a missing entry",
      "entry\tp2\t2026-11-20\tlesson\treversal\t-2\n",
      "",
      ["首行写5条流水，实有4条。", "p2：流水合计4分，档案写2分。"],
    ],
    ["a missing person", "place\tp3\t0\t4\t-\t-\n", "", ["首行写4人，实有3人。"]],
    [
      "a date outside the quarter",
      "2026-10-01",
      "2026-09-30",
      ["第2行读不懂，或日期不在本季度内。", "首行写5条流水，实有4条。"],
    ],
    [
      "a day that does not exist",
      "2026-11-20\tlesson\treversal",
      "2026-11-31\tlesson\treversal",
      ["第6行读不懂，或日期不在本季度内。"],
    ],
    ["a number in another spelling", "\t-2\n", "\t-02\n", ["第6行读不懂，或日期不在本季度内。"]],
    ["a foreign line", "place\tp3", "note\tp3", ["第10行读不懂，或日期不在本季度内。", "首行写4人，实有3人。"]],
    [
      "a Windows line end",
      "place\tp3\t0\t4\t-\t-\n",
      "place\tp3\t0\t4\t-\t-\r\n",
      ["第10行读不懂，或日期不在本季度内。"],
    ],
    ["a cut end", "-\t-\n", "-\t-", ["末行没有以换行符结束。"]],
    ["another header", "season\t1", "season\t2", ["首行不是指尖课堂赛季档案的首行，或版本不认识。"]],
  ])("%s", (_sentence, from, to, expected) => {
    const forged = GOLDEN.replace(from, to);
    expect(forged).not.toBe(GOLDEN);
    expect(verifyArchive(forged)).toEqual(expect.arrayContaining(expected));
  });

  it("lines out of order", () => {
    const lines = GOLDEN.split("\n");
    const swapped = [lines[0], lines[2], lines[1], ...lines.slice(3)].join("\n");
    expect(verifyArchive(swapped)).toEqual(["第3行的顺序不对。"]);
  });
  it("a person twice", () => {
    const doubled = GOLDEN.replace("2026Q4\t4\t5", "2026Q4\t5\t5") + "place\tp3\t0\t4\t-\t-\n";
    expect(verifyArchive(doubled)).toEqual(["有人出现了不止一行名次。"]);
  });
  it("an entry of somebody without a place", () => {
    const stray = GOLDEN.replace("2026Q4\t4\t5", "2026Q4\t3\t5").replace("place\tp1\t1\t3\t-\to1\n", "");
    expect(verifyArchive(stray)).toContain("p1：有流水，没有名次。");
  });
  it("text that is no archive at all", () => {
    expect(verifyArchive("")).toHaveLength(1);
    expect(verifyArchive("\ufeff" + GOLDEN)).toHaveLength(1);
  });
});

it("whatever can be archived verifies", () => {
  const names = fc.uniqueArray(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }).filter((name) => !/[\p{Cc}\p{Cs}]/u.test(name)),
    { minLength: 1, maxLength: 12 },
  );
  const deeds = fc.array(
    fc.record({ who: fc.nat(), day: fc.integer({ min: 10, max: 31 }), value: fc.integer({ min: -9, max: 9 }) }),
  );
  fc.assert(
    fc.property(names, deeds, (pseudonyms, all) => {
      const people = pseudonyms.map((pseudonym) => ({ pseudonym, branch: "b", organisation: null }));
      const entries = all.map(({ who, day, value }) => ({
        pseudonym: pseudonyms[who % pseudonyms.length] ?? "",
        date: `2026-12-${day}`,
        reason: "lesson",
        sourceKind: "content",
        value,
      }));
      expect(verifyArchive(archiveOf({ ...example, people, entries }))).toEqual([]);
    }),
  );
});
