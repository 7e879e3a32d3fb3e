import { describe, expect, it } from "vitest";
import { namedHost } from "./host";

describe("the host of an address from outside", () => {
  it.each([
    ["https://push.example/a", "push.example"],
    ["https://PUSH.example:8443/a", "push.example:8443"],
    ["https://push.example:443/a", "push.example"],
    ["https://1.2.3.4.example/a", "1.2.3.4.example"],
  ])("of %s is %s", (address, host) => {
    expect(namedHost(address)).toBe(host);
  });

  it.each([
    ...["https://127.0.0.1/", "https://127.0.0.1:8443/a", "https://8.8.8.8/", "https://127.0.0.1./"],
    ...["https://2130706433/", "https://0x7f000001/", "https://0x7f.1/", "https://0177.0.0.1/", "https://127.1/"],
    ...["https://[::1]/", "https://[::ffff:127.0.0.1]:8443/", "https://[fd00::1]/a", "https://１２７.0.0.1/"],
    ...["https://", "push.example", "", "mailto:a@push.example"],
  ])("of %s is none", (address) => {
    expect(namedHost(address)).toBeNull();
  });
});
