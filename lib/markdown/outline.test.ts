import { describe, expect, it } from "vitest";
import { outlineOf } from "./outline";

const TEXT = `## 为什么{#why}

红军**长征**到了遵义[^s1][^s2]。{#one}

- 一条里也有段落。{#two}

## 会后

没有名字的一段，见[前文](#one)。

| 年 | 事 |
|---|---|
| 1935年 | 会议 |
`;

describe("outlineOf", () => {
  const outline = outlineOf(TEXT);
  it("gives the plain passage of a paragraph, without marks and references", () => {
    expect(outline.passages.get("one")).toBe("红军长征到了遵义。");
    expect(outline.passages.get("two")).toBe("一条里也有段落。");
  });
  it("gives a heading's section up to the next heading of its depth", () => {
    expect(outline.passages.get("why")).toContain("一条里也有段落。");
    expect(outline.passages.get("why")).not.toContain("会后");
  });
  it("names what has no anchor, in its first words", () => {
    expect(outline.unanchored).toEqual(["没有名字的一段，见前文。"]);
  });
  it("lists anchors, notes, links and headings in their order", () => {
    expect(outline.anchors).toEqual(["why", "one", "two"]);
    expect(outline.notes).toEqual(["s1", "s2"]);
    expect(outline.links).toEqual(["#one"]);
    expect(outline.headings).toEqual([
      { depth: 2, text: "为什么" },
      { depth: 2, text: "会后" },
    ]);
  });
  it("reads cells of tables into the plain text", () => {
    expect(outline.plain).toContain("1935年\n会议");
  });
});
