import { describe, expect, it } from "vitest";
import { textWarnings } from "./warnings";

const CONTACT = { name: "王示例", address: "示例镇示例村3组12号", phone: "0574-8888 0000" };
const found = (text: string, contact: typeof CONTACT | null = null) =>
  textWarnings(text, contact).map((warning) => `${warning.kind} ${warning.found}`);

describe("what could make somebody recognisable", () => {
  it.each([
    ["a mobile number", "请打13800000000联系", ["phone 13800000000"]],
    ["with spaces", "138 0000 0000", ["phone 138 0000 0000"]],
    ["in full width", "１３８００００００００", ["phone 13800000000"]],
    ["with invisible signs in it", "138\u200b00000000", ["phone 13800000000"]],
    ["a landline", "0574-88880000", ["phone 0574-88880000"]],
    ["a local number", "电话88880000", ["phone 88880000"]],
    ["an ID number is no telephone number", "330200199001011234", ["id-number 330200199001011234"]],
    ["an ID number that ends in X", "33020019900101123x", ["id-number 33020019900101123x"]],
    ["house numbers", "住在3栋2单元502室", ["house-number 3栋", "house-number 2单元", "house-number 502室"]],
    ["written in characters", "示例路十二号", ["house-number 十二号"]],
    ["years, amounts and sizes are none of these", "2026年要2盏台灯，预算300元，12月5日前，2号线旁", []],
    ["nothing in nothing", "", []],
  ])("%s", (_sentence, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("what was typed as contact and stands in the public text", () => {
  it.each([
    ["the name", "王示例老人想要一台收音机", ["name 王示例"]],
    ["the name in pieces", "王 示例老人", ["name 王示例"]],
    ["the telephone number without its marks", "057488880000", ["phone 057488880000"]],
    ["a long piece of the address", "就在示例镇示例村的村口", ["address 示例镇示例村"]],
    ["a short piece is no address", "示例村的老人", []],
  ])("%s", (_sentence, text, expected) => {
    expect(found(text, CONTACT)).toEqual(expected);
  });
  it("a contact without anything finds nothing", () => {
    expect(found("王示例，示例村", { name: "", address: "", phone: "" })).toEqual([]);
  });
  it("a name of one sign is not looked for", () => {
    expect(found("王先生", { name: "王", address: "", phone: "" })).toEqual([]);
  });
});
