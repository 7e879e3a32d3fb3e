import type { Metadata } from "next";

export const metadata: Metadata = { title: "没有这一页" };

/** Small on purpose: the framework carries a copy of it in every page. */
export default function NotFound() {
  return (
    <main className="phone" id="main">
      <div className="empty my-auto">
        <h1 className="text-lead">没有这一页</h1>
        <span>地址可能抄错了，或者这一页不对你开放。</span>
        <a className="btn" href="/">
          回到今日
        </a>
      </div>
    </main>
  );
}
