import { describe, expect, it } from "vitest";
import { keepBrowserSchema, removeBrowserSchema } from "./schema";

const browser = (endpoint: string) => ({ endpoint, p256dh: "B".repeat(87), auth: "a".repeat(22) });

describe("the address of a browser", () => {
  it.each(["https://push.example/a", "https://push.example:8443/a"])("such as %s is kept", (endpoint) => {
    expect(keepBrowserSchema.safeParse(browser(endpoint)).success).toBe(true);
  });

  it.each([
    "http://push.example/a",
    "https://127.0.0.1:8443/a",
    "https://[::1]:8443/a",
    "https://2130706433/a",
    "https://169.254.169.254/latest",
    "https://8.8.8.8/a",
  ])("such as %s is refused: the server would call it", (endpoint) => {
    expect(keepBrowserSchema.safeParse(browser(endpoint)).error?.issues.map(({ message }) => message)).toContain(
      "推送地址不对",
    );
  });

  it("kept by an earlier version can still be forgotten", () => {
    expect(removeBrowserSchema.safeParse({ endpoint: "https://127.0.0.1/a" }).success).toBe(true);
  });
});
