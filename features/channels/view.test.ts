import { expect, it } from "vitest";
import { maskEmail } from "./view";

it.each([
  ["wangshili@mail.example", "wa***@mail.example"],
  ["ab@mail.example", "a***@mail.example"],
  ["a@mail.example", "***@mail.example"],
])("%s is shown as %s", (address, shown) => {
  expect(maskEmail(address)).toBe(shown);
});
