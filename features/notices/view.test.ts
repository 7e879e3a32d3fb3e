import { describe, expect, it } from "vitest";
import { noticeLines } from "./view";

const row = (over: object) => ({
  ...{ id: "n1", kind: "push", title: "党史天天谈：示例", text: "示例", href: "/daily/11-22" },
  ...{ createdAt: new Date("2026-11-21T23:30:00Z"), readAt: null, ...over },
});

describe("the inbox", () => {
  it("shows what is new, at the hour of Shanghai", () => {
    expect(noticeLines([row({})], new Set())).toMatchObject([{ isNew: true, at: "11月22日 07:30" }]);
    expect(noticeLines([row({ readAt: new Date() })], new Set())).toMatchObject([{ isNew: false }]);
  });
  it("loses an entry that is taken down, and nothing else", () => {
    const rows = [row({}), row({ id: "n2", href: "/daily/11-21" }), row({ id: "n3", kind: "reminder" })];
    expect(noticeLines(rows, new Set(["daily/11-22"])).map(({ id }) => id)).toEqual(["n2", "n3"]);
  });
});
