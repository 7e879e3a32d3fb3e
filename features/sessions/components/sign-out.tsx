"use client";

import { useState } from "react";
import { countUnsent, forgetAll } from "@/lib/browser-store";
import { signOut } from "../client";

/** 退出登录: clears what this browser keeps, after a warning when something in it has not been delivered. */
export function SignOut() {
  const [unsent, setUnsent] = useState(0);
  const [busy, setBusy] = useState(false);

  async function leave(confirmed: boolean) {
    const waiting = await countUnsent();
    if (waiting > 0 && !confirmed) {
      setUnsent(waiting);
      return;
    }
    setBusy(true);
    await signOut();
    await forgetAll();
    window.location.assign("/sign-in?signed-out=1");
  }

  if (unsent > 0) {
    return (
      <div className="panel bad grid gap-3" role="alert">
        <p>
          <b>还有{unsent}道题没有送到。</b>
          现在退出，这部手机里的答案会清掉。连上网等它们送达，再退出更稳妥。
        </p>
        <button className="btn" type="button" onClick={() => setUnsent(0)}>
          先不退出
        </button>
        <button className="btn plain" type="button" onClick={() => void leave(true)} disabled={busy}>
          清掉并退出
        </button>
      </div>
    );
  }
  return (
    <button className="btn wide" type="button" onClick={() => void leave(false)} disabled={busy} aria-busy={busy}>
      退出登录
    </button>
  );
}
