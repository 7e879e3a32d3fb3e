import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { config, proxy } from "@/proxy";

const target = (at: string): string => {
  vi.setSystemTime(new Date(at));
  const rewritten = proxy(new NextRequest("http://localhost:3000/")).headers.get("x-middleware-rewrite") ?? "";
  return new URL(rewritten).pathname;
};

describe("the front page", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"] });
    process.env.BUILT_ON = "2026-11-21";
  });
  afterEach(() => {
    vi.useRealTimers();
    delete process.env.BUILT_ON;
  });

  it.each([
    ["the last millisecond of a day in Shanghai", "2026-11-21T23:59:59.999+08:00", "/today/2026-11-21"],
    ["the first millisecond of the next", "2026-11-22T00:00:00.000+08:00", "/today/2026-11-22"],
    ["the last millisecond of a year", "2026-12-31T23:59:59.999+08:00", "/today/2026-12-31"],
    ["the first millisecond of the next year", "2027-01-01T00:00:00.000+08:00", "/today/2027-01-01"],
    ["the last built day", "2027-12-26T23:59:59.999+08:00", "/today/2027-12-26"],
    ["the day after", "2027-12-27T00:00:00.000+08:00", "/daily/12-27"],
  ])("at %s is %s → %s", (_name, at, path) => {
    expect(target(at)).toBe(path);
  });
  it("is all that the proxy looks at", () => {
    expect(config.matcher).toBe("/");
  });
});
