import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMaskedPhone, maskLogin, parseLogin } from "./login";

describe("a mobile number", () => {
  it.each([
    ["13800000000"],
    ["１３８００００００００"],
    [" 138 0000 0000 "],
    ["138　0000　0000"],
    ["138-0000-0000"],
    ["138－0000－0000"],
    ["138—0000—0000"],
    ["138–0000–0000"],
    ["+8613800000000"],
    ["＋86 138 0000 0000"],
    ["+86-138-0000-0000"],
    ["(+86)13800000000"],
    ["008613800000000"],
    ["8613800000000"],
    ["\u200b138\u202d00000000\u202c"],
  ])("%s is 13800000000", (text) => {
    expect(parseLogin(text)).toEqual({ kind: "phone", value: "13800000000" });
  });

  it.each([["12800000000"], ["1380000000"], ["138000000000"], ["+85213800000000"], ["+1 380 000 0000"]])(
    "%s is refused as a number",
    (text) => {
      expect(parseLogin(text)).toEqual({ error: "手机号应为11位数字，以13至19开头。" });
    },
  );
});

describe("a work number", () => {
  it.each([
    ["HXJM-0012"],
    ["hxjm-0012"],
    ["ＨＸＪＭ－００１２"],
    ["hxjm — 0012"],
    ["hxjm–0012"],
    ["hxjm−0012"],
    ["HXJM‐0012"],
    ["HXJM一0012"],
  ])("%s is HXJM-0012", (text) => {
    expect(parseLogin(text)).toEqual({
      kind: "work-number",
      shortCode: "HXJM",
      workNumber: "0012",
      value: "HXJM-0012",
    });
  });

  it.each([
    ["AB-1", "AB", "1"],
    ["ABCDEFGH-12345678901234567890", "ABCDEFGH", "12345678901234567890"],
    ["A1-a_b.c", "A1", "A_B.C"],
    ["86-1380000", "86", "1380000"],
  ])("%s is taken", (text, shortCode, workNumber) => {
    expect(parseLogin(text)).toMatchObject({ kind: "work-number", shortCode, workNumber });
  });

  it.each([
    ["A-1"],
    ["ABCDEFGHI-1"],
    ["AB-"],
    ["-1"],
    ["AB-123456789012345678901"],
    ["AB-1-2"],
    ["短码-1"],
    ["AB-1/2"],
  ])("%s is refused", (text) => {
    expect(parseLogin(text)).toHaveProperty("error", expect.stringContaining("短横线"));
  });
});

it("says what to type when nothing or half of a login was typed", () => {
  expect(parseLogin(" 　")).toEqual({ error: "请输入手机号，或“组织短码-工号”。" });
  expect(parseLogin("HXJM0012")).toEqual({ error: "请输入11位手机号，或“组织短码-工号”，中间用短横线连接。" });
});

it("gives its own value back for every value it gives", () => {
  const alphabet = [..."ab1389_.-－—–+ 　86０"];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 24 }), (text) => {
      const parsed = parseLogin(text);
      if ("value" in parsed) expect(parseLogin(parsed.value)).toEqual(parsed);
    }),
    { numRuns: 2000 },
  );
});

it("shows the ends of a mobile number and the whole of a work number", () => {
  expect(maskLogin("phone", "13812345678")).toBe("138****5678");
  expect(maskLogin("work-number", "HXJM-0012")).toBe("HXJM-0012");
});

it.each([
  [maskLogin("phone", "13812345678"), true],
  ["１３８＊＊＊＊ 5678", true],
  ["138***5678", false],
  ["13812345678", false],
  ["HXJM-0012", false],
])("%s is a phone with stars: %s", (text, isMasked) => {
  expect(isMaskedPhone(text)).toBe(isMasked);
});
