"use client";

import { useState } from "react";
import { forgetAll, listKept } from "@/lib/browser-store";
import { signOut, silenceBrowser } from "../client";

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

type Props = {
  /** Has the server forget that this browser is to be notified. */
  forgetBrowser: (browser: { endpoint: string }) => Promise<unknown>;
};

/**
 * 退出登录: ends the notifications of this browser and clears what it keeps, after a warning when something in it has not
 * been delivered.
 */
export function SignOut({ forgetBrowser }: Props) {
  const [unsent, setUnsent] = useState("");
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  async function leave(confirmed: boolean) {
    const waiting = await whatWaits();
    if (waiting !== "" && !confirmed) {
      setUnsent(waiting);
      return;
    }
    setBusy(true);
    setFailed(false);
    await silenceBrowser(forgetBrowser);
    try {
      await signOut();
    } catch {
      setFailed(true);
      setBusy(false);
      return;
    }
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
        {failed ? <NotYet /> : null}
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
    <div className="grid gap-2">
      <button className="btn wide" type="button" onClick={() => void leave(false)} disabled={busy} aria-busy={busy}>
        退出登录
      </button>
      {failed ? <NotYet /> : null}
    </div>
  );
}

function NotYet() {
  return (
    <p className="state bad" role="alert">
      没有连上服务器，还没有退出，手机里存着的也都没有清掉。连上网再退出一次。
    </p>
  );
}
