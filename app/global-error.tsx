"use client";

/** Stands in when not even the frame of a page could be made. Without styles: the content policy lets none in, and the sheet is the frame's. */
export default function GlobalError() {
  return (
    <html lang="zh-CN">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>这一页没有打开 · 指尖课堂</title>
      </head>
      <body>
        <main>
          <h1>这一页没有打开</h1>
          <p>服务器这会儿没能处理。已经送达的内容都在。请过一会儿刷新这一页。</p>
          <p>
            <a href="/">回到今日</a>
          </p>
        </main>
      </body>
    </html>
  );
}
