"use client";

import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/state";
import { join } from "./entry";

type Props = {
  /** Address of the entry that joining puts there. */
  entry: string;
  title: string;
  words: string;
  /** What choosing 公布全名 means. */
  nameHint: string;
  label: string;
  failed: string;
  withoutScript: string;
};

/** The invitation: nothing happens before the button is pressed. */
export function JoinCard({ entry, title, words, nameHint, label, failed, withoutScript }: Props) {
  const [showName, setShowName] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const press = async () => {
    setIsBusy(true);
    const refused = await join(entry, showName);
    if (refused === null) return window.location.reload();
    setFault(refused);
    setIsBusy(false);
  };

  return (
    <section className="card pad mt-3" aria-labelledby="join-title">
      <h2 className="serif-title" id="join-title">
        {title}
      </h2>
      <p className="prose-small mt-2">{words}</p>
      <div className="needs-script mt-4 grid gap-3">
        {fault ? (
          <Panel tone="bad" title={failed} live>
            {fault}
          </Panel>
        ) : null}
        <label className="opt many">
          <b aria-hidden="true">名</b>
          <span>
            公布全名
            <span className="meta block font-normal">{nameHint}</span>
          </span>
          <Icon name="check" small />
          <input type="checkbox" checked={showName} onChange={(event) => setShowName(event.target.checked)} />
        </label>
        <button className="btn main wide" type="button" disabled={isBusy} aria-busy={isBusy} onClick={press}>
          {isBusy ? "正在送出" : label}
        </button>
      </div>
      <p className="no-script meta mt-3">{withoutScript}</p>
    </section>
  );
}
