import { describe, expect, it } from "vitest";
import { toHtml } from "./html";

describe("toHtml", () => {
  it.each([
    ["a paragraph with its anchor", "开幕。{#opening}", '<p id="opening">开幕。</p>'],
    ["a heading with its anchor", "## 会上{#talk}", '<h2 id="talk">会上</h2>'],
    [
      "an anchor after a note",
      "开幕[^s2]。{#p1}",
      '<p id="p1">开幕<a class="fn" href="#source-s2" aria-label="出处2">〔2〕</a>。</p>',
    ],
    [
      "two notes side by side",
      "开幕[^s1][^s2]",
      '<p>开幕<a class="fn" href="#source-s1" aria-label="出处1">〔1〕</a><a class="fn" href="#source-s2" aria-label="出处2">〔2〕</a></p>',
    ],
    ["a note to nothing, left out", "开幕[^s9]。", "<p>开幕。</p>"],
    ["a link of this site", "见[课程](/lessons/a/01-b#c)", '<p>见<a href="/lessons/a/01-b#c">课程</a></p>'],
    ["a picture of this site", "![小楼](/images/zunyi.png)", '<p><img src="/images/zunyi.png" alt="小楼"></p>'],
    ["bold and italic", "**重** *轻*", "<p><strong>重</strong> <em>轻</em></p>"],
  ])("writes %s", (_what, markdown, html) => {
    expect(toHtml(markdown, ["s1", "s2"])).toBe(html);
  });

  it("writes tables", () => {
    expect(toHtml("| 年 | 事 |\n|---|---|\n| 1921 | 建党 |", [])).toMatch(/<table>[\s\S]*<td>建党<\/td>/);
  });

  const ATTACKS = [
    "<script>alert(1)</script>",
    "文字<script>alert(1)</script>文字",
    "<img src=x onerror=alert(1)>",
    "[点](javascript:alert(1))",
    "[点](JaVaScRiPt:alert(1))",
    "[点](java\tscript:alert(1))",
    "[点](&#106;avascript:alert(1))",
    "[点](data:text/html;base64,PHNjcmlwdD4=)",
    "[点](vbscript:msgbox(1))",
    "[点](//evil.example/x)",
    "[点][x]\n\n[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![图](javascript:alert(1))",
    "![图](https://evil.example/a.png)",
    "![图](/images/../api/x)",
    '![图" onerror="alert(1)](/images/a.png)',
    "![](/images/a.png)",
    "<svg onload=alert(1)>",
    "<iframe src=https://evil.example></iframe>",
    "<style>body{display:none}</style>",
    "<a href='javascript:alert(1)'>x</a>",
    '开幕。{#x" onclick="alert(1)}',
    '[x](/a "t" onclick=alert(1))',
    "<form action=/api><input name=a></form>",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
  ];
  it.each(ATTACKS)("lets nothing run: %s", (markdown) => {
    const html = toHtml(markdown, ["s1"]);
    const tags = html.match(/<[^>]*>/g) ?? [];
    for (const tag of tags) {
      expect(tag).not.toMatch(/<\/?(script|style|svg|iframe|form|input|object|embed)/i);
      expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i);
      expect(tag).not.toMatch(/(javascript|data|vbscript):/i);
      expect(tag).not.toMatch(/evil\.example|\.\./);
    }
  });
});
