"use client";

import { useState } from "react";
import { Panel } from "@/components/ui/state";
import { leaveSeason } from "../client";

type Props = { quarter: string; state: "open" | "ended" | "closed" };

const CONSEQUENCE = {
  open: "榜上马上不再有你，积分流水还在。季末以前随时可以再参加。",
  ended: "榜上马上不再有你，积分流水还在。这一季不能再参加了。",
  closed: "榜上你的名字换成“已退出”，发过的证书撤销，档案里的化名不再指向你。这一步不能撤回。",
} as const;

/** Leaving, asked once. */
export function LeaveButton({ quarter, state }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const leave = async () => {
    setIsBusy(true);
    const refused = await leaveSeason(quarter);
    if (refused === null) return window.location.reload();
    setFault(refused);
    setIsBusy(false);
  };

  if (!isAsking) {
    return (
      <button className="link quiet small needs-script" type="button" onClick={() => setIsAsking(true)}>
        退出本季
      </button>
    );
  }
  return (
    <div className="grid w-full gap-3" role="group" aria-label="退出本季">
      <Panel tone={fault ? "bad" : "plain"} title={fault ? "没有退出成。" : "要退出这一季吗？"} live>
        {fault ?? CONSEQUENCE[state]}
      </Panel>
      <div className="flex gap-3">
        <button className="btn flex-1" type="button" autoFocus onClick={() => setIsAsking(false)}>
          不退出
        </button>
        <button className="btn flex-1" type="button" disabled={isBusy} aria-busy={isBusy} onClick={leave}>
          {isBusy ? "正在送出" : "退出"}
        </button>
      </div>
    </div>
  );
}
