import { expect, it } from "vitest";
import { escapeHtml, htmlDocument } from "./html-document";

it("text cannot leave its place, in a tag or in an attribute", () => {
  expect(escapeHtml(`<b title='"x"'>&</b>`)).toBe("&lt;b title=&#39;&quot;x&quot;&#39;&gt;&amp;&lt;/b&gt;");
});

it("a document names its language and its title, and runs nothing", () => {
  const html = htmlDocument({ title: "</title><script>", body: "<p>示例</p>" });
  expect(html).toMatch(/^<!doctype html><html lang="zh-CN">/);
  expect(html).toContain("&lt;/title&gt;&lt;script&gt; | 指尖课堂");
  expect(html).not.toContain("<script");
});
