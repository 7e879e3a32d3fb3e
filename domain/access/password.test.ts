import { expect, it } from "vitest";
import { passwordFaults } from "./password";

const logins = ["13800000000", "HXJM-00120012"];
const faults = (password: string): string[] => passwordFaults({ password, logins });

it.each([
  ["晨会一刻钟学党史"],
  ["correct horse"],
  ["1234567x"],
  ["𠮷𠮷𠮷𠮷𠮷𠮷𠮷x"],
  ["x".repeat(127) + "y"],
  ["13800000001"],
])("%s may be used", (password) => {
  expect(faults(password)).toEqual([]);
});

it.each([
  ["七个字的密码呀", "密码至少8个字符。"],
  ["𠮷𠮷𠮷𠮷x", "密码至少8个字符。"],
  ["xy".repeat(64) + "z", "密码最多128个字符。"],
  ["zzzzzzzz", "密码不能是同一个字符的重复。"],
  ["12345678", "这个密码太常见，容易被猜中，请换一个。"],
  ["PassWord", "这个密码太常见，容易被猜中，请换一个。"],
  ["１２３４５６７８", "这个密码太常见，容易被猜中，请换一个。"],
  ["13800000000", "密码不能与手机号或工号相同。"],
  ["138 0000 0000", "密码不能与手机号或工号相同。"],
  ["+8613800000000", "密码不能与手机号或工号相同。"],
  ["hxjm-00120012", "密码不能与手机号或工号相同。"],
  ["00120012", "密码不能与手机号或工号相同。"],
])("%s is refused: %s", (password, reason) => {
  expect(faults(password)).toEqual([reason]);
});

it("tells every reason at once", () => {
  expect(faults("")).toEqual(["密码至少8个字符。"]);
  expect(faults("111")).toEqual(["密码至少8个字符。", "密码不能是同一个字符的重复。"]);
  expect(faults("88888888")).toEqual(["密码不能是同一个字符的重复。", "这个密码太常见，容易被猜中，请换一个。"]);
});
