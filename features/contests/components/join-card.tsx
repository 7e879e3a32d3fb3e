"use client";

import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/state";
import { joinContest } from "../client";

/** The invitation: nothing happens before the button is pressed. */
export function JoinCard({ contestId }: { contestId: string }) {
  const [showName, setShowName] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const join = async () => {
    setIsBusy(true);
    const refused = await joinContest(contestId, showName);
    if (refused === null) return window.location.reload();
    setFault(refused);
    setIsBusy(false);
  };

  return (
    <section className="card pad mt-3" aria-labelledby="join-title">
      <h2 className="serif-title" id="join-title">
        要不要参加？
      </h2>
      <p className="prose-small mt-2">点了才算报名，随时可以退出。不参加不影响学习，也不进任何考核。</p>
      <div className="needs-script mt-4 grid gap-3">
        {fault ? (
          <Panel tone="bad" title="没有报上名。" live>
            {fault}
          </Panel>
        ) : null}
        <label className="opt many">
          <b aria-hidden="true">名</b>
          <span>
            公布全名
            <span className="meta block font-normal">不选也行：上了榜，支部以外的人只看到你的姓</span>
          </span>
          <Icon name="check" small />
          <input type="checkbox" checked={showName} onChange={(event) => setShowName(event.target.checked)} />
        </label>
        <button className="btn main wide" type="button" disabled={isBusy} aria-busy={isBusy} onClick={join}>
          {isBusy ? "正在送出" : "报名"}
        </button>
      </div>
      <p className="no-script meta mt-3">报名要用到脚本，请换一个浏览器打开这一页。</p>
    </section>
  );
}
