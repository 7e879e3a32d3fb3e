"use client";

import { useState } from "react";
import { forgetAll, listKept } from "@/lib/browser-store";
import { signOut } from "../client";

/** What of anybody waits in this browser, in words; a story is one text, of an attempt the answers count. */
async function whatWaits(): Promise<string> {
  const waiting = { stories: 0, answers: 0 };
  for (const [key, { unsent }] of await listKept()) waiting[key.startsWith("story:") ? "stories" : "answers"] += unsent;
  const words = [
    waiting.answers > 0 ? `${waiting.answers}道题没有送到` : "",
    waiting.stories > 0 ? `${waiting.stories}篇厂情厂史没有存到服务器` : "",
  ];
  return words.filter((text) => text !== "").join("，");
}

/** 退出登录: clears what this browser keeps, after a warning when something in it has not been delivered. */
export function SignOut() {
  const [unsent, setUnsent] = useState("");
  const [busy, setBusy] = useState(false);

  async function leave(confirmed: boolean) {
    const waiting = await whatWaits();
    if (waiting !== "" && !confirmed) {
      setUnsent(waiting);
      return;
    }
    setBusy(true);
    await signOut();
    await forgetAll();
    window.location.assign("/sign-in?signed-out=1");
  }

  if (unsent !== "") {
    return (
      <div className="panel bad grid gap-3" role="alert">
        <p>
          <b>还有{unsent}。</b>
          现在退出，只存在这部手机里的就清掉了。连上网等它们送达，再退出更稳妥。
        </p>
        <button className="btn" type="button" onClick={() => setUnsent("")}>
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
