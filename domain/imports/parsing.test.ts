import { describe, expect, it } from "vitest";
import { parseDay } from "./dates";
import { areStrangers, parsePersonName } from "./names";
import { dateOfSerial } from "./serial-date";
import { suggester } from "./suggestion";
import { parseKind, parseStanding } from "./words";

describe("serial numbers of days", () => {
  it.each([
    [0.5, false, "12:00:00"],
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [60, false, null],
    [60.5, false, null],
    [61, false, "1900-03-01"],
    [46082, false, "2026-03-01"],
    [46082.75, false, "2026-03-01 18:00:00"],
    [46082.999999, false, "2026-03-02"],
    [2_958_465, false, "9999-12-31"],
    [2_958_466, false, null],
    [-1, false, null],
    [Number.NaN, false, null],
    [0, true, "1904-01-01"],
    [44620, true, "2026-03-01"],
  ])("%d (1904: %s) is %s", (serial, date1904, expected) => {
    expect(dateOfSerial(serial, date1904)).toBe(expected);
  });
});

describe("days as people write them", () => {
  it.each([
    "2026/3/1",
    "2026.3.1",
    "2026-03-01",
    "2026年3月1日",
    "2026 年 3 月 1 日",
    "２０２６．３．１",
    "20260301",
    "46082",
    "2026-03-01 08:30:00",
    "2026/3/1 0:00",
    "2026、3、1",
    "2026-03-01T00:00:00Z",
  ])("%s is 2026-03-01", (text) => {
    expect(parseDay({ text, kind: "text" }, false)).toEqual({ day: "2026-03-01" });
  });

  it("a serial number follows the system of the workbook", () => {
    expect(parseDay({ text: "44620", kind: "number" }, true)).toEqual({ day: "2026-03-01" });
  });

  it.each([
    ["2026-02-30", "日历上没有这一天"],
    ["20261301", "日历上没有这一天"],
    ["2026年3月", "缺少日"],
    ["26.3.1", "看不懂"],
    ["3/1/2026", "看不懂"],
    ["2026-3-123", "看不懂"],
    ["去年", "看不懂"],
  ])("%s: %s", (text, says) => {
    expect(parseDay({ text, kind: "text" }, false)).toEqual({ problem: expect.stringContaining(says) });
  });
});

describe("names", () => {
  it.each([
    ["张　三", "张三"],
    ["王镕𠅤", "王镕𠅤"],
    ["阿依古丽•买买提", "阿依古丽·买买提"],
    ["", ""],
  ])("%s is %s", (text, name) => {
    expect(parsePersonName(text)).toEqual({ name });
  });

  it.each([
    ["王?", "没显示出来"],
    ["王□例", "没显示出来"],
    ["王\ue863例", "没显示出来"],
    ["王\ufffd例", "没显示出来"],
    ["13900000001", "数字"],
    ["王示例、李示例", "几个名字"],
    ["王".repeat(51), "超过50"],
  ])("%s: %s", (text, says) => {
    expect(parsePersonName(text)).toMatchObject({ problem: expect.stringContaining(says) });
  });

  it.each([
    ["王示例", "李平安", true],
    ["王示例", "王平安", false],
    ["王示例", "王示 例", false],
    ["Anna", "aNNa", false],
  ])("%s and %s are strangers: %s", (one, other, expected) => {
    expect(areStrangers(one, other)).toBe(expected);
  });
});

describe("words", () => {
  it.each([
    ["正式党员", "full"],
    ["中共党员", "full"],
    ["党员（正式）", "full"],
    ["预备 党员", "probationary"],
    ["入党积极分子", "applicant"],
    ["群众", "employee"],
    ["同志", null],
    ["constructor", null],
  ])("%s is %s", (text, standing) => {
    expect(parseStanding(text)).toBe(standing);
  });

  it.each([
    ["企业", "enterprise"],
    ["非公企业", "enterprise"],
    ["民办非企业单位", "social"],
    ["社会组织（行业协会）", "social"],
    ["机关", null],
  ])("%s is %s", (text, kind) => {
    expect(parseKind(text)).toBe(kind);
  });
});

describe("what was probably meant", () => {
  const suggest = suggester(["第一党支部", "第二党支部", "示例电子有限公司党支部", "物业联合党支部"]);
  it.each([
    ["第二支部", "第二党支部"],
    ["第2党支部", "第二党支部"],
    ["中共第一支部委员会", "第一党支部"],
    ["示例电子党支部", "示例电子有限公司党支部"],
    ["物业联合支", "物业联合党支部"],
    ["退休干部支部", null],
    ["党", null],
  ])("%s: %s", (written, expected) => {
    expect(suggest(written)).toBe(expected);
    expect(suggest(written)).toBe(expected);
  });
});
