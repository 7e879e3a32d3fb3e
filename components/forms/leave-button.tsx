"use client";

import { useState } from "react";
import { Panel } from "@/components/ui/state";
import { leave } from "./entry";

/** `entry` is the address of the entry that leaving removes; `consequence` is said before it is done. */
type Props = { entry: string; label: string; question: string; consequence: string };

/** Leaving, asked once. */
export function LeaveButton({ entry, label, question, consequence }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const press = async () => {
    setIsBusy(true);
    const refused = await leave(entry);
    if (refused === null) return window.location.reload();
    setFault(refused);
    setIsBusy(false);
  };

  if (!isAsking) {
    return (
      <button className="link quiet small needs-script" type="button" onClick={() => setIsAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <div className="grid w-full gap-3" role="group" aria-label={label}>
      <Panel tone={fault ? "bad" : "plain"} title={fault ? "没有退出成。" : question} live>
        {fault ?? consequence}
      </Panel>
      <div className="flex gap-3">
        <button className="btn flex-1" type="button" autoFocus onClick={() => setIsAsking(false)}>
          不退出
        </button>
        <button className="btn flex-1" type="button" disabled={isBusy} aria-busy={isBusy} onClick={press}>
          {isBusy ? "正在送出" : "退出"}
        </button>
      </div>
    </div>
  );
}
