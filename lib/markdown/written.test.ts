import { describe, expect, it } from "vitest";
import { readWritten, writtenHtml, type Picture } from "./written";

const picture: Picture = { src: "/p/3", small: "/p/3s", width: 1600, height: 900, smallWidth: 640 };
const html = (markdown: string) => writtenHtml(markdown, new Map([[3, picture]]));

describe("writtenHtml", () => {
  it.each([
    ["a paragraph", "第一台机床。", "<p>第一台机床。</p>"],
    ["a heading below the title", "# 建厂", "<h2>建厂</h2>"],
    ["a small heading", "##### 建厂", "<h3>建厂</h3>"],
    [
      "a link to a web page",
      "[看](https://example.com/a)",
      '<p><a href="https://example.com/a" rel="nofollow noopener noreferrer ugc">看</a></p>',
    ],
    ["no anchor of its own", "开工。{#main}", "<p>开工。{#main}</p>"],
    ["a paragraph that begins with spaces", "    第一段。\n\n\t第二段。", "<p>第一段。</p><p>第二段。</p>"],
    ["a paragraph that begins with full-width spaces", "　　第一段。\n\n 　第二段。", "<p>第一段。</p><p>第二段。</p>"],
    [
      "a line as a line",
      "第一行。\n　　第二行。\n**第三**\n行。",
      "<p>第一行。<br>第二行。<br><strong>第三</strong><br>行。</p>",
    ],
    ["an item below an item", "- 一\n    - 二", "<ul><li>一<ul><li>二</li></ul></li></ul>"],
    ["no table", "| 年 |\n|---|\n| 1921 |", "\n\n\n年\n\n\n\n\n\n1921\n\n"],
  ])("writes %s", (_what, markdown, expected) => {
    expect(html(markdown).replaceAll(/\s+/g, "")).toBe(expected.replaceAll(/\s+/g, ""));
  });

  it("writes a picture of the story in two sizes, with its words", () => {
    expect(html("![老厂门](图3)")).toBe(
      '<p><img src="/p/3" alt="老厂门" width="1600" height="900" loading="lazy" decoding="async" srcset="/p/3s 640w, /p/3 1600w" sizes="(min-width: 46rem) 42rem, 100vw"></p>',
    );
  });

  it.each(["![](图3)", "![x](图4)", "![x](https://evil.example/a.png)", "![x][a]\n\n[a]: 图3", "![x](/stories/1)"])(
    "leaves out what is no picture of the story: %s",
    (markdown) => {
      expect(html(markdown)).not.toContain("<img");
    },
  );

  it.each([
    "<script>alert(1)</script>",
    "a<img src=x onerror=alert(1)>b",
    "[点](javascript:alert(1))",
    "[点](java\tscript:alert(1))",
    "[点](&#106;avascript:alert(1))",
    "[点](data:text/html;base64,PHNjcmlwdD4=)",
    "[点](//evil.example/x)",
    "[点](/me/password)",
    "<javascript:alert(1)>",
    '![图" onerror="alert(1)](图3)',
    "<svg onload=alert(1)>",
    "<iframe src=https://evil.example></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<form action=/api><input name=a></form>",
    "点[^1]\n\n[^1]: <b>x</b>",
  ])("lets nothing run: %s", (markdown) => {
    const tags = html(markdown).match(/<[^>]*>/g) ?? [];
    for (const tag of tags) {
      expect(tag).not.toMatch(/<\/?(script|style|svg|iframe|form|input|b\b|sup|section)/i);
      expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i);
      expect(tag).not.toMatch(/(javascript|data|vbscript):|evil|\/me|\sid=/i);
    }
  });
});

describe("readWritten", () => {
  it("reads what is seen, the pictures, and what is not allowed", () => {
    const text =
      "# 建厂\n\n第一台**机床**[看](https://example.com)。\n\n![老厂门](图3) ![x](http://a/b.png)\n\n<b>粗</b>";
    expect(readWritten(text)).toEqual({
      plain: "建厂\n第一台机床看。\n粗",
      pictures: [{ number: 3, alt: "老厂门" }],
      strangePictures: 1,
      links: ["https://example.com"],
      ...{ tags: 2, tables: 0, codes: 0 },
    });
  });

  it("reads indented paragraphs and lines apart, and counts tables and code", () => {
    expect(readWritten("    第一段。\n\n　　第二段。\n第三行。")).toMatchObject({
      plain: "第一段。\n第二段。\n第三行。",
      codes: 0,
    });
    expect(readWritten("| 年 |\n|---|\n| 1921 |\n\n```\n码\n```")).toMatchObject({ tables: 1, codes: 1 });
  });
});
