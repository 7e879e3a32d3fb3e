import { describe, expect, it } from "vitest";
import { checkFiles, describeFaults } from "@/features/library/content/check-library";
import { listLibraryVersions } from "@/features/library/queries";
import { sampleFiles, withChange } from "./sample";

const BANK = "questions/road.yaml";
const DATES = 'dates: ["1934-10", "1935-01-15", "1936-10"]';
const faultsWith = (to: string) => describeFaults(checkFiles(withChange(BANK, DATES, to)).faults);

describe("the order of an ordering question", () => {
  it.each([
    ["by a date of another document", 'dates: ["1934-10", { date: "1935-01-15", in: daily/01-15 }, "1936-10"]'],
    ["by a word where a date is not known", 'dates: ["1934-10", null, "1936-10"]\n  because: "正文按这个先后讲"'],
    ["by a word alone", 'because: "讲的是步骤，不是日子"'],
  ])("is proved %s", (_how, dates) => {
    expect(faultsWith(dates)).toBe("");
  });

  it.each([
    ["neither dates nor a word", "", /没有日期能证明这个先后/],
    ["one item without a date", 'dates: ["1934-10", null, "1936-10"]', /没有日期能证明这个先后/],
    ["two items of the same day", 'dates: ["1934-10", "1935-01-15", "1935-01-15"]', /没有日期能证明这个先后/],
    ["a date within the one before", 'dates: ["1934-10", "1935-01-15", "1935"]', /没有日期能证明这个先后/],
    ["dates for fewer items", 'dates: ["1934-10", "1936-10"]', /有3项，dates有2个/],
    [
      "a date that no claim says whole",
      'dates: ["1934-10", "1935-01-15", "1936-11"]',
      /没有哪一条事实完整地讲到1936年11月/,
    ],
    [
      "a date that the other document does not tell",
      'dates: [{ date: "1934-10", in: daily/01-15 }, "1935-01-15", "1936-10"]',
      /daily\/01-15里没有哪一条事实完整地讲到1934年10月/,
    ],
    [
      "a document that does not exist",
      'dates: [{ date: "1934-10", in: daily/01-16 }, "1935-01-15", "1936-10"]',
      /没有daily\/01-16这一篇/,
    ],
    ["dates against the order", 'dates: ["1935-01-15", "1934-10", "1936-10"]', /和dates不合/],
    ["a word beside dates that prove it", `${DATES}\n  because: "正文按这个先后讲"`, /日期已经证明了先后/],
  ])("is refused with %s", (_why, dates, found) => {
    expect(faultsWith(dates)).toMatch(found);
  });

  it("is compared by its dates also when no timeline names the items", () => {
    const renamed = withChange(BANK, '- "中央红军开始长征"', '- "队伍从江西动身"').map((file) =>
      file.path === BANK
        ? { ...file, text: file.text.replace(DATES, 'dates: ["1936-10", "1935-01-15", "1934-10"]') }
        : file,
    );
    expect(describeFaults(checkFiles(renamed).faults)).toMatch(/“队伍从江西动身”（1936-10）排在“遵义会议开幕”/);
  });

  it("takes its dates and its word nowhere: what is stored and sent does not have them", () => {
    const files = sampleFiles().map((file) =>
      file.path === BANK
        ? {
            ...file,
            text: file.text.replace(DATES, 'dates: ["1934-10", null, "1936-10"]\n  because: "先后凭的是正文这一段"'),
          }
        : file,
    );
    const stored = JSON.stringify(listLibraryVersions(checkFiles(files).library));
    expect(stored).toEqual(JSON.stringify(listLibraryVersions(checkFiles(sampleFiles()).library)));
    expect(stored).not.toMatch(/先后凭的是正文这一段|"dates"|"because"/);
  });
});
