import { describe, expect, it, test } from "vitest";
import { certificateForm, isCertificateId, plainTitle } from "./form";
import { headingOf, occasionWords, proseOf, resultWords } from "./words";

const season = { kind: "season", sourceId: "2026Q3", title: "2026年第三季度", place: 1 } as const;
const third = { kind: "contest-place", sourceId: "c1", title: "示例知识竞赛", place: 3 } as const;
const part = { ...third, kind: "contest-part", place: null } as const;

describe("what a certificate says", () => {
  it("of a season", () => {
    expect(headingOf(season)).toBe("荣誉证书");
    expect(occasionWords(season)).toBe("2026年第三季度积分大赢家");
    expect(proseOf(season)).toBe(
      "您在二〇二六年第三季度“积分大赢家”活动中位列第一名。\n学史明理，贵在有恒，特发此证。",
    );
  });

  it("of a place in a contest", () => {
    expect(proseOf(third)).toBe("您在知识竞赛“示例知识竞赛”中成绩优良，位列第三名。\n学史明理，贵在有恒，特发此证。");
    expect(resultWords({ place: 20 })).toBe("第二十名");
  });

  it("of having taken part: no place, no praise of a result", () => {
    expect(headingOf(part)).toBe("参赛证书");
    expect(resultWords(part)).toBe("参加");
    expect(proseOf(part)).toBe("您参加了知识竞赛“示例知识竞赛”。\n学史明理，贵在有恒，特发此证。");
  });
});

describe("what is signed", () => {
  const facts = { ...third, id: "K7M2-9QXD-3FTR-B8WN", issuedAt: new Date("2026-11-22T08:12:30Z") };

  test("the exact bytes", () => {
    expect(certificateForm(facts)).toBe(
      "form=zhijian-certificate-1\nid=K7M2-9QXD-3FTR-B8WN\nkind=contest-place\nsource=c1\ntitle=示例知识竞赛\nplace=3\n" +
        "issuedAt=2026-11-22T08:12:30.000Z\n",
    );
    expect(certificateForm({ ...facts, ...part })).toContain("\nplace=\n");
  });

  test("what can be a number", () => {
    expect(isCertificateId(facts.id)).toBe(true);
    for (const id of ["", "k7m2-9qxd-3ftr-b8wn", "K7M2-9QXD-3FTR", `${facts.id}\u0000`, "K7M2-9QXD-3FTR-B8W0"]) {
      expect(isCertificateId(id)).toBe(false);
    }
  });

  test("a title cannot bring a line of its own", () => {
    expect(() => certificateForm({ ...facts, title: "甲\nplace=1" })).toThrow("one line");
    expect(() => certificateForm({ ...facts, sourceId: "a=b" })).toThrow("plain ids");
    expect(plainTitle(" 甲\r\n\tplace=1\u2028乙\u202e ")).toBe("甲 place=1 乙");
    expect(() => certificateForm({ ...facts, title: plainTitle("甲\nplace=1") })).not.toThrow();
  });
});
