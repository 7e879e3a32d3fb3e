"use client";

import type { OtherText } from "./use-story";

type Choice = "mine" | "theirs" | "both";
type Props = { others: readonly OtherText[]; settle: (other: OtherText, choice: Choice) => void };

const WHERE: Readonly<Record<OtherText["from"], string>> = {
  server: "这一篇在别处也改过，两份都在。",
  browser: "这台设备上还有一份没有存过的，两份都在。",
};

/** A second text of the same story: both are kept until the author has said which counts. */
export function OtherTexts({ others, settle }: Props) {
  return others.map((other) => (
    <section key={other.key ?? "server"} className="panel wait" role="alert" aria-label="另一份">
      <p>
        <b>{WHERE[other.from]}</b>下面输入框里是这一页写的，这里是另一份：
      </p>
      <details className="my-2">
        <summary className="btn">看另一份（{[...other.draft.body].length}个字）</summary>
        <p className="mt-2">
          <b>{other.draft.title || "没有标题"}</b>
        </p>
        <p className="whitespace-pre-wrap break-words">{other.draft.body}</p>
      </details>
      <p className="flex flex-wrap gap-2">
        <button type="button" className="btn" onClick={() => settle(other, "both")}>
          接在这一份后面
        </button>
        <button type="button" className="btn" onClick={() => settle(other, "mine")}>
          只留这一页的
        </button>
        <button type="button" className="btn" onClick={() => settle(other, "theirs")}>
          换成另一份
        </button>
      </p>
    </section>
  ));
}
