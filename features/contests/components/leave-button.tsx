"use client";

import { useState } from "react";
import { Panel } from "@/components/ui/state";
import type { ContestPhase } from "@/domain/contests/results";
import { leaveContest } from "../client";

type Props = { contestId: string; phase: ContestPhase };

const CONSEQUENCE: Readonly<Record<ContestPhase, string>> = {
  upcoming: "开始以前、开始以后都可以再报名。",
  open: "答过的还是你的，只是不进榜。结束以前可以再报名，还是原来的试卷和次数。",
  counting: "你的成绩不进榜，答过的还是你的。这一场不能再报名了。",
  ended: "榜上你的名字换成“已退出”，发过的证书撤销，答过的还是你的。这一步不能撤回。",
};

/** Leaving, asked once. */
export function LeaveButton({ contestId, phase }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const leave = async () => {
    setIsBusy(true);
    const refused = await leaveContest(contestId);
    if (refused === null) return window.location.reload();
    setFault(refused);
    setIsBusy(false);
  };

  if (!isAsking) {
    return (
      <button className="link quiet small needs-script" type="button" onClick={() => setIsAsking(true)}>
        退出竞赛
      </button>
    );
  }
  return (
    <div className="grid w-full gap-3" role="group" aria-label="退出竞赛">
      <Panel tone={fault ? "bad" : "plain"} title={fault ? "没有退出成。" : "要退出这一场吗？"} live>
        {fault ?? CONSEQUENCE[phase]}
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
