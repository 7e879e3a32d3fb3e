"use client";

import { useEffect } from "react";
import { Panel } from "@/components/ui/state";
import type { Entry } from "../client/entry";
import type { Closing } from "../client/keeper";
import { numbersOf } from "./hand-in-dialog";

/** After the closing: the receipt is there. With nothing more to say the page goes on to the result by itself. */
export function ClosingPage({ entry, closing }: { entry: Entry; closing: Closing }) {
  const { reply, late } = closing;
  const goesOn = late.length === 0;

  useEffect(() => {
    if (!goesOn || !navigator.onLine) return;
    // The result begins at its top, not where the last question stood.
    window.history.scrollRestoration = "manual";
    window.location.reload();
  }, [goesOn]);

  return (
    <main id="main" className="grid content-start gap-4 pt-6">
      {late.length > 0 ? (
        <Panel tone="bad" title="这次作答已经结束。" live>
          {numbersOf(entry, late)}的答案到得太晚，没有计分，服务器留了一份。
          {reply ? `计分的有${reply.receipt.answered}题。` : null}
        </Panel>
      ) : (
        <Panel tone="ok" title="交卷了，已计一次。" live>
          {reply ? `回执${reply.receipt.id}，${reply.receipt.total}题答了${reply.receipt.answered}题。` : null}
        </Panel>
      )}
      <a className="btn main wide" href={`/attempts/${entry.paper.attemptId}`}>
        看成绩和回执
      </a>
    </main>
  );
}
