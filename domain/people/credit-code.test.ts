import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCreditCode } from "./credit-code";

/** The specimen of the standard, and codes made up here whose last character was worked out by hand. */
const SPECIMEN = "91350100M000100Y43";
const CHARACTERS = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];

function errorOf(typed: string): string {
  const parsed = parseCreditCode(typed);
  return "value" in parsed ? `right: ${parsed.value}` : parsed.problem;
}

/** The code that has these first 17 characters: the only one of 31 that is right. */
function complete(first17: string): string {
  const right = CHARACTERS.map((last) => first17 + last).filter((code) => "value" in parseCreditCode(code));
  expect(right).toHaveLength(1);
  return right[0] ?? "";
}

const any = fc.constantFrom(...CHARACTERS);
const first17 = fc
  .tuple(fc.constantFrom(...CHARACTERS.slice(1)), fc.array(any, { minLength: 16, maxLength: 16 }))
  .map(([first, rest]) => first + rest.join(""));

describe("a credit code", () => {
  it.each([
    ["as printed", SPECIMEN],
    ["in small letters", "91350100m000100y43"],
    ["in full width", "９１３５０１００Ｍ０００１００Ｙ４３"],
    ["in groups", " 9135 0100 M000100Y 4-3\u200b"],
  ])("%s is read", (_sentence, typed) => {
    expect(parseCreditCode(typed)).toEqual({ value: SPECIMEN });
  });

  it("has a check that is worked out by hand: 1 + 27 = 28, and 3 are missing to 31", () => {
    // The first character weighs 1, the fourth 27; both are 1.
    expect(parseCreditCode("100100000000000003")).toEqual({ value: "100100000000000003" });
  });

  it.each([
    ["", "这里是0位", null],
    ["9135010", "这里是7位", null],
    ["91350100M000100Y4", "这里是17位", null],
    ["350100400000001", "这里是15位", null],
    [`${SPECIMEN}1`, "这里是19位", null],
    ["91350100M000100Y44", "校验位不对", null],
    ["91350100M000100Y34", "校验位不对", null],
    ["9135O100M000100Y43", "不用I、O", SPECIMEN],
    ["9135O1OOMOOO1OOY43", "不用I、O", SPECIMEN],
    ["9I3501OOM000I00Y43", "不用I、O", SPECIMEN],
    ["9L350100M000100Y43", "校验位不对", SPECIMEN],
    ["9135010OM000100Y44", "不用I、O", null],
    ["000000000000000000", "不以0开头", null],
    ["O0000000000000000O", "不用I、O", null],
    ["91350100M000100Y4示", "只有数字和大写字母", null],
    ["91350100M000100Y4😀", "只有数字和大写字母", null],
  ])("%j is none: %s", (typed, words, suggestion) => {
    expect(parseCreditCode(typed)).toEqual({ problem: expect.stringContaining(words) as string, suggestion });
  });

  it("has exactly one right last character for any beginning", () => {
    fc.assert(fc.property(first17, (beginning) => void complete(beginning)));
  });

  it("is refused when one character is mistyped", () => {
    const change = fc.tuple(first17, fc.nat(17), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(change, ([beginning, place, step]) => {
        const code = complete(beginning);
        const other = CHARACTERS[(CHARACTERS.indexOf(code.charAt(place)) + step) % 31] ?? "";
        expect(errorOf(code.slice(0, place) + other + code.slice(place + 1))).toMatch(/校验位不对|不以0开头/);
      }),
    );
  });

  it("is refused when two neighbours changed places", () => {
    fc.assert(
      fc.property(first17, fc.nat(15), (beginning, place) => {
        const code = complete(beginning);
        const [one = "", two = ""] = [code[place], code[place + 1]];
        fc.pre(one !== two);
        expect(errorOf(code.slice(0, place) + two + one + code.slice(place + 2))).toMatch(/校验位不对|不以0开头/);
      }),
    );
  });
});
