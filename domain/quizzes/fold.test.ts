import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldAnswer, isAccepted } from "@/domain/quizzes/fold";

describe("two ways to write the same answer", () => {
  test.each([
    ["full width", "１９３５年", "1935年"],
    ["case", "c919", "C919"],
    ["one sign for a unit", "37℃", "37°c"],
    ["spaces inside and around", " 瑞 金\u3000", "瑞金"],
    ["marks without width", "瑞\u200b金\ufeff", "瑞金"],
    ["traditional characters", "遵義會議", "遵义会议"],
    ["traditional characters with a phrase", "乾淨", "干净"],
    ["book-title marks at the ends", "《論持久戰》", "论持久战"],
    ["book-title marks of the small kind", "〈实践论〉", "实践论"],
    ["quotation marks", "“三个代表”重要思想", "三个代表重要思想"],
    ["corner quotation marks", "「三個代表」", '"三个代表"'],
    ["a full stop at the end", "瑞金。", "瑞金"],
    ["a full stop after a title", "《共产党宣言》。", "共产党宣言"],
    ["a full stop within a title", "《共产党宣言。》", "共产党宣言"],
    ["dots in foreign names", "诺尔曼•白求恩", "诺尔曼·白求恩"],
    ["dashes", "1934—1936", "1934-1936"],
    ["the enumeration comma", "毛泽东、周恩来", "毛泽东，周恩来"],
    ["the round zero", "二○一五", "二〇一五"],
    ["full-width percent", "５．５％", "5.5%"],
  ])("%s", (_what, left, right) => {
    expect(foldAnswer(left)).toBe(foldAnswer(right));
  });

  test.each([
    ["another year", "1935", "1936"],
    ["Chinese numerals, which the author lists", "一九三一", "1931"],
    ["a decimal point", "5.5", "55"],
    ["a minus sign", "-5", "5"],
    ["title marks in the middle", "读《矛盾论》笔记", "读矛盾论笔记"],
    ["another word", "瑞金", "遵义"],
  ])("%s stays different", (_what, left, right) => {
    expect(foldAnswer(left)).not.toBe(foldAnswer(right));
  });
});

describe("isAccepted", () => {
  test("takes any of the variants", () => {
    expect(isAccepted("一九三一", ["1931", "一九三一"])).toBe(true);
    expect(isAccepted("１９３１", ["1931", "一九三一"])).toBe(true);
    expect(isAccepted("1932", ["1931", "一九三一"])).toBe(false);
  });

  test.each(["", " ", "《》", "。"])("%j is never right, whatever was accepted", (typed) => {
    expect(isAccepted(typed, ["", "《》", "。", "瑞金"])).toBe(false);
  });
});

const CHARACTERS = [..."瑞金遵義會議乾隆淨著作後里裡發髮干幹0159aZＡ９ “”《》〈〉。，、;；:.-—~○·•"];

test("folding a folded text changes nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 12 }), (characters) => {
      const folded = foldAnswer(characters.join(""));
      expect(foldAnswer(folded)).toBe(folded);
    }),
    { numRuns: 2_000 },
  );
});
