"use client";

import { useState } from "react";
import { Panel } from "@/components/ui/state";
import { claim } from "../client";

type Props = {
  projectId: string;
  isTaken: boolean;
  claimants: { kind: string; id: string; name: string }[];
};

/** 认领, in the own name or for a place one speaks for. Nothing happens before the button is pressed. */
export function ClaimBox({ projectId, isTaken, claimants }: Props) {
  const [chosen, setChosen] = useState("0");
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const press = async () => {
    const as = claimants[Number(chosen)];
    setIsBusy(true);
    const sent = await claim(projectId, as?.kind ?? "member", as?.kind === "member" ? "" : (as?.id ?? ""));
    if ("reply" in sent) return window.location.assign("/me/claims");
    setFault(sent.refused);
    setIsBusy(false);
  };
  return (
    <div className="needs-script grid gap-3">
      {fault ? (
        <Panel tone="bad" title="没有认领上。" live>
          {fault}
        </Panel>
      ) : null}
      {claimants.length > 1 ? (
        <div className="ask">
          <label htmlFor="as">以谁的名义</label>
          <select id="as" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {claimants.map(({ kind, id, name }, index) => (
              <option key={`${kind} ${id}`} value={index}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <button className="btn main wide" type="button" disabled={isBusy} aria-busy={isBusy} onClick={press}>
        {isBusy ? "正在送出" : isTaken ? "排队等候" : "我来认领"}
      </button>
      <p className="meta text-center">工作站同意以后才算数；办完以前随时可以放回，不记过失</p>
    </div>
  );
}
