import { describe, expect, it } from "vitest";
import { allDocuments } from "@/features/library/content/all-documents";
import { checkFiles } from "@/features/library/content/check-library";
import { readContentFiles } from "@/features/library/content/read-files";
import { sourceLines } from "@/features/library/content/source-lines";
import { sampleFiles } from "./sample";

/** What stands below each page, page by page. */
function under(lines: readonly string[]): Map<string, string[]> {
  const pages = new Map<string, string[]>();
  let page = "";
  for (const line of lines) {
    if (/^ {2}\S/.test(line)) pages.set((page = line.trim()), []);
    else if (line.startsWith("    ")) pages.get(page)?.push(line.trim());
  }
  return pages;
}

describe("the list of sources", () => {
  const pages = under(sourceLines(checkFiles(sampleFiles()).library));
  const of = (document: string, id: string) =>
    [...pages].find(([heading]) => heading.includes(`← ${document} ${id} `))?.[1] ?? [];

  it("names what a page supports: claims, passages with its mark, questions", () => {
    expect(of("daily/01-15", "s1")).toEqual([
      "事实：1935年1月15日，遵义会议开幕。（第二段）",
      expect.stringMatching(/^正文#p1：1935年1月15日，中共中央政治局扩大会议/),
      expect.stringMatching(/^正文#p2：/),
      "题目：entry-day",
    ]);
  });

  it("names the passage of a source that no fact uses", () => {
    expect(of("lessons/road/01-zunyi", "s2").filter((line) => line.startsWith("正文"))).toHaveLength(2);
  });

  it("names the pages of second looks with what was found there", () => {
    expect(of("daily/01-15", "复核c1")).toEqual(["复核：【1935年1月15日】，遵义会议开幕。"]);
  });

  it("leaves out no page of the library, and none without what rests on it", () => {
    const { library } = checkFiles(readContentFiles());
    const all = under(sourceLines(library));
    const counted = allDocuments(library).reduce(
      (sum, { front: { sources, checked } }) =>
        sum + sources.length + (checked.by === "second" ? checked.against.length : 0),
      0,
    );
    expect(all.size).toBe(counted);
    expect([...all].filter(([, lines]) => lines.length === 0)).toEqual([]);
  });
});
