import { describe, expect, it } from "vitest";
import { canMatch, comesNear, parseQuery, termsToFind } from "./query";
import { withoutQuestion } from "./questions";
import { marked, matchOf, snippet } from "./rank";
import { foldSigns, termsOf, type Searchable } from "./terms";

const ZUNYI: Searchable = {
  title: "遵义会议开幕",
  initials: "zyhykm",
  summary: "一座两层小楼里的三天。",
  text: "1935年1月15日，会议在贵州遵义开幕。到会的有20人，开了3天。\n1976年10月，这里成了ＡＢ级景点。",
  date: "1935-01-15",
};
const terms = new Set(termsOf(ZUNYI));
const finds = (typed: string) => {
  const query = parseQuery(typed);
  return query.words.length > 0 && canMatch(query, terms) && matchOf(query, ZUNYI).isExact;
};

describe("the terms of a document", () => {
  it("are pairs, dates as exactly as they are told, and first letters", () => {
    for (const term of ["遵义", "义会", "d:1935-01-15", "d:1935-01", "d:1935", "d:01-15", "d:1976-10", "i:zy", "ab"])
      expect(terms).toContain(term);
    expect(terms).not.toContain("d:1976-10-15");
    expect(terms).not.toContain("zy");
    expect(terms).not.toContain("幕一");
  });

  it("keep every sign in its place when they are folded", () => {
    const text = "ＡＢ½①Ａ é，遵義ﬁ";
    expect(foldSigns(text)).toHaveLength(text.length);
    expect(foldSigns("ＷＴＯ")).toBe("wto");
  });
});

describe("what is typed finds", () => {
  it.each([
    ["遵义", true],
    ["遵義會議", true],
    [" 遵义　开幕 ", true],
    ["贵州，小楼", true],
    ["1935年1月", true],
    ["１９３５－１－１５", true],
    ["1935.1.15", true],
    ["1月15日", true],
    ["01-15", true],
    ["1935年1月遵义", true],
    ["1935", true],
    ["zyhy", true],
    ["ZYHY 1935", true],
    ["ab级", true],
    ["20人", true],
    ["1935年10月", false],
    ["1935年1月16日", false],
    ["1935年15月", false],
    ["10月15日", false],
    ["瓦窑堡", false],
    ["hyzy", false],
    ["遵", false],
    ["，。！", false],
    ["", false],
  ])("%s: %s", (typed, found) => {
    expect(finds(typed)).toBe(found);
  });

  it("leaves single characters out and says so", () => {
    expect(parseQuery("遵 会议")).toMatchObject({ words: [{ text: "会议" }], ignored: ["遵"] });
  });

  it("reads a word once and no more than forty characters", () => {
    expect(parseQuery("遵义 遵义").words).toHaveLength(1);
    expect(termsToFind(parseQuery("遵义会议".repeat(500))).length).toBeLessThanOrEqual(40);
  });

  it("has the pairs where it has not the word", () => {
    const query = parseQuery("遵义会议在贵州");
    expect(canMatch(query, new Set(query.words.flatMap((word) => ("pairs" in word ? word.pairs : []))))).toBe(true);
    expect(matchOf(query, ZUNYI).isExact).toBe(false);
  });
});

describe("a word with signs inside of it", () => {
  const text =
    "运-20首飞，歼-5入列。COVID-19疫情来了，汉斯·希伯写信，马可・波罗行动开始。“奋斗者”号下潜，“两弹一星”精神、“一带一路”倡议，" +
    "“小康”这两个字。一二·九运动里的《新青年》杂志。1937—1945年，涨了1.5万吨、3%的人。他说：“走。”“好。”于是——出发";
  const document = { ...ZUNYI, title: "“奋斗者”号下潜", text };
  const own = new Set(termsOf(document));

  it.each([
    ...["运-20", "运20", "运－20", "歼-5", "COVID-19", "covid19", "汉斯·希伯", "汉斯希伯", "马可·波罗", "马可・波罗"],
    ...["奋斗者号", "“奋斗者”号", "两弹一星精神", "“两弹一星”精神", "一带一路倡议", "小康这两个字", "一二·九运动"],
    ...["一二.九", "新青年杂志", "《新青年》杂志", "1937-1945年", "1.5万吨", "3%的人"],
  ])("%s is found as it is printed, and without the signs", (typed) => {
    const query = parseQuery(typed);
    expect(query.ignored).toEqual([]);
    expect(canMatch(query, own)).toBe(true);
    expect(matchOf(query, document).isExact).toBe(true);
    expect(snippet(query, text)?.some(({ isMarked }) => isMarked)).toBe(true);
  });

  it.each(["首飞歼5", "入列covid", "号下潜两弹", "精神一带", "杂志1937", "走好"])(
    "%s is not: a clause ends in between",
    (typed) => {
      expect(canMatch(parseQuery(typed), own)).toBe(false);
    },
  );

  it("is marked with its signs, in its place", () => {
    const pieces = snippet(parseQuery("奋斗者号"), text)?.filter(({ isMarked }) => isMarked);
    expect(pieces).toEqual([{ text: "奋斗者”号", isMarked: true }]);
    expect(marked(parseQuery("希伯写信"), "汉斯·希伯写信")).toEqual([
      { text: "汉斯·", isMarked: false },
      { text: "希伯写信", isMarked: true },
    ]);
  });

  it("is the title where the title has the same letters", () => {
    const [whole, part] = [matchOf(parseQuery("奋斗者号下潜"), document), matchOf(parseQuery("奋斗者号"), document)];
    expect(whole.score).toBeGreaterThan(part.score);
  });
});

describe("a word with a number at its edge", () => {
  const text = "118人到会，11月开幕，运了1.8万吨，1,120箱，第20师，100年";
  const document = { ...ZUNYI, title: "示例", text };
  const own = new Set(termsOf(document));

  it.each([
    ["118人", true],
    ["11月", true],
    ["1.8万吨", true],
    ["20师", true],
    ["第20", true],
    ["100年", true],
    ["8人", false],
    ["18人", false],
    ["1月", false],
    ["8万吨", false],
    ["20箱", false],
    ["第2", false],
    ["00年", false],
  ])("%s: %s", (typed, isExact) => {
    const query = parseQuery(typed);
    expect(canMatch(query, own)).toBe(true);
    expect(matchOf(query, document).isExact).toBe(isExact);
  });

  it("is marked where it stands and in no longer number", () => {
    const shown = (typed: string) =>
      marked(parseQuery(typed), text).flatMap((piece) => (piece.isMarked ? [piece.text] : []));
    expect([shown("118人"), shown("8人"), shown("1月")]).toEqual([["118人"], [], []]);
  });
});

describe("a question", () => {
  it.each([
    ["遵义会议是哪一年", "遵义会议"],
    ["遵义会议是什么时候召开的？", "遵义会议"],
    ["什么是两弹一星", "两弹一星"],
    ["雷锋是谁", "雷锋"],
    ["为什么要长征", "长征"],
    ["遵义会议 在哪里", "遵义会议"],
    ["1935年1月发生了什么", "1935年1月"],
    ["红军为什么能胜利", null],
    ["遵义会议", null],
    ["什么时候", null],
    ["谁", null],
  ])("%s is about %s", (typed, about) => {
    const query = withoutQuestion(parseQuery(typed));
    const said = query?.words.map((word) => (word.kind === "date" ? word.typed : word.text)).join(" ");
    expect(said ?? null).toBe(about);
  });
});

describe("what comes near", () => {
  it.each([
    ["遵义会议楼上", true],
    ["飞机在南昌", false],
    ["1935年1月15日在南昌的飞机上", false],
    ["1935年1月15日 遵义城", true],
    ["1935年1月16日", true],
    ["1935年3月16日", false],
    ["1936年1月15日", false],
    ["瓦窑堡会议", false],
  ])("%s: %s", (typed, near) => {
    expect(comesNear(parseQuery(typed), terms)).toBe(near);
  });

  it("is never taken for the date itself", () => {
    const [near, itself] = ["1935年1月16日", "1935年1月15日"].map((typed) => matchOf(parseQuery(typed), ZUNYI));
    expect(near).toEqual({ score: 2, isExact: false });
    expect(itself?.isExact).toBe(true);
  });

  it("counts by its pairs, and less than what is there", () => {
    const [near, exact] = [matchOf(parseQuery("遵义会议楼上"), ZUNYI), matchOf(parseQuery("20人"), ZUNYI)];
    expect(near).toEqual({ score: 3, isExact: false });
    expect(exact.score).toBeGreaterThan(near.score);
  });
});

describe("the order of what is found", () => {
  const score = (typed: string, changes: Partial<Searchable> = {}) =>
    matchOf(parseQuery(typed), { ...ZUNYI, ...changes }).score;

  it("puts the title before the letters, the summary and the text", () => {
    const [inTitle, byLetters, inSummary, inText] = [score("遵义"), score("zyhy"), score("三天"), score("贵州")];
    expect(inTitle).toBeGreaterThan(byLetters);
    expect(byLetters).toBeGreaterThan(inSummary);
    expect(inSummary).toBeGreaterThan(inText);
  });

  it("puts the day itself before a day that is told of", () => {
    expect(score("1935年1月15日")).toBeGreaterThan(score("1935年1月15日", { date: "1949-10-01" }));
    expect(score("1月15日", { date: "01-15" })).toBe(score("1935年1月"));
    expect(score("1935", { date: "1935-10-19" })).toBe(score("1935"));
  });

  it("counts no more than five places", () => {
    const text = "贵州。".repeat(50);
    expect(score("贵州", { text })).toBe(score("贵州", { text: text.slice(0, 15) }));
  });
});

describe("the piece that shows it", () => {
  const shown = (typed: string, text = ZUNYI.text) =>
    snippet(parseQuery(typed), text)
      ?.map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
      .join("") ?? null;

  it("never begins with the end of a clause", () => {
    const long = `${"天冷路滑人马都走得很慢，".repeat(3)}高炉等着要零件，仓库里什么也没有`;
    const begin = (typed: string) => snippet(parseQuery(typed), long)?.[0]?.text ?? "";
    for (const typed of ["零件", "炉等", "也没"]) expect(begin(typed)).toMatch(/^[^，、；：”》）]/u);
  });

  it("marks words and dates as they are written", () => {
    expect(shown("贵州遵义")).toContain("会议在[贵州遵义]开幕");
    expect(shown("1935-01")).toContain("[1935年1月]15日");
    expect(shown("AB级")).toMatch(/\[ＡＢ级\]景点/);
  });

  it("marks a date that is told in short, and of one that only comes near what is there", () => {
    const text = "1978年12月18日，全会开幕，22日闭幕。";
    expect(shown("1978年12月22日", text)).toBe("1978年12月18日，全会开幕，[22日]闭幕。");
    expect(shown("1978年12月18日至22日", text)).toBe("[1978年12月18日]，全会开幕，[22日]闭幕。");
    expect(shown("1978年12月19日", text)).toBe("[1978年12月]18日，全会开幕，22日闭幕。");
  });

  it("begins with the sentence where that is near, and never longer than it may be", () => {
    expect(shown("20人")).toMatch(/^到会的有\[20人\]/);
    const long = `${"前面很长的话".repeat(30)}遵义${"后面很长的话".repeat(30)}`;
    expect(shown("遵义", long)?.replaceAll(/[[\]…]/g, "").length).toBeLessThanOrEqual(72);
  });

  it("shows the place where most words stand together", () => {
    const text = `贵州。${"别的话。".repeat(30)}会议在贵州遵义开。`;
    expect(shown("贵州 遵义", text)).toContain("[贵州遵义]");
  });

  it("is nothing where the words are only in the title", () => {
    expect(shown("瓦窑堡")).toBeNull();
    expect(marked(parseQuery("会议"), ZUNYI.title)).toEqual([
      { text: "遵义", isMarked: false },
      { text: "会议", isMarked: true },
      { text: "开幕", isMarked: false },
    ]);
  });

  it.each(["(.*)+$", "[^a]", "\\", "年月日", "9999年99月99日", "𠮷野", "👍👍", "1935年1月15日15日"])(
    "never fails on %s",
    (typed) => {
      const query = parseQuery(typed);
      expect(() => [matchOf(query, ZUNYI), snippet(query, ZUNYI.text), marked(query, ZUNYI.title)]).not.toThrow();
      expect(
        marked(query, ZUNYI.title)
          .map(({ text }) => text)
          .join(""),
      ).toBe(ZUNYI.title);
    },
  );
});
