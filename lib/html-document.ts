/**
 * Whole pages that are no pages of the framework: what a route handler answers to be printed, or to say that it could
 * not. They load public/print.css and nothing else, so that they need no script.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

/** A document around a body that is HTML already. `title` is text. */
export function htmlDocument({ title, body }: { title: string; body: string }): string {
  return [
    "<!doctype html>",
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)} | 指尖课堂</title>`,
    '<link rel="stylesheet" href="/print.css"></head>',
    `<body>${body}</body></html>`,
  ].join("");
}

/** A reply with a document that no cache keeps. */
export function htmlReply(html: string, status = 200): Response {
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" };
  return new Response(html, { status, headers });
}
