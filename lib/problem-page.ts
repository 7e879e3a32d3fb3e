import { escapeHtml, htmlDocument, htmlReply } from "./html-document";
import { problemOf } from "./problem";

/** Any failure as a small page, for a browser that came by a plain form or link and cannot read a problem document. */
export function problemPage(error: unknown): Response {
  const { code, detail, status } = problemOf(error);
  const way = code === "unauthenticated" ? '<p><a href="/sign-in">去登录</a></p>' : "";
  const body = `<main class="notice"><h1>没有办成</h1><p>${escapeHtml(detail)}</p>${way}<p>用浏览器的“后退”回到刚才那一页。</p></main>`;
  return htmlReply(htmlDocument({ title: "没有办成", body }), status);
}
