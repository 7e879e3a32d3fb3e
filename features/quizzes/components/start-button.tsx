"use client";

import { useEffect, useState } from "react";
import { goTo, startAttempt, type Started } from "../client";

type Failure = Exclude<Started, { kind: "started" }>;

/** Starts an attempt and goes to it. While it is under way a second tap does nothing. */
export function StartButton({ quizId, label, isMain }: { quizId: string; label: string; isMain: boolean }) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  // Back from the back-forward cache the button would still be busy.
  useEffect(() => {
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) setBusy(false);
    };
    window.addEventListener("pageshow", shown);
    return () => window.removeEventListener("pageshow", shown);
  }, []);

  async function start() {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const started = await startAttempt(quizId);
    if (started.kind === "started") {
      goTo(`/attempts/${started.attemptId}`);
      return;
    }
    setFailure(started);
    setBusy(false);
  }

  return (
    <div className="grid gap-2">
      <button
        type="button"
        className={isMain ? "btn main wide needs-script" : "btn wide needs-script"}
        aria-busy={isBusy}
        aria-disabled={isBusy}
        onClick={() => void start()}
      >
        {isBusy ? "正在取试卷" : label}
      </button>
      {failure ? (
        <p className="panel bad" role="alert">
          <FailureWords failure={failure} />
        </p>
      ) : null}
    </div>
  );
}

function FailureWords({ failure }: { failure: Failure }) {
  switch (failure.kind) {
    case "offline":
      return (
        <>
          <b>没有连上服务器。</b>还没有开始，也没有计时。连上网后再按一次。
        </>
      );
    case "signed-out":
      return (
        <>
          <b>登录过期了。</b>还没有开始。
          <a className="inline-link" href="/sign-in?from=%2Fquizzes">
            登录后再来
          </a>
          。
        </>
      );
    case "not-now":
      return (
        <>
          <b>现在不能开始。</b>
          {failure.detail}
        </>
      );
  }
}
