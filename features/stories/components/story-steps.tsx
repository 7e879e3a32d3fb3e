"use client";

import { useState, useTransition } from "react";
import type { AuthorStep } from "@/domain/stories/story";
import { stepStoryAction } from "../actions";

type Step = { storyId: string; version: number; step: AuthorStep; label: string; isMain?: boolean; isOff?: boolean };

/** One step of the author; the page that it leads to shows what became of it. */
export function StepButton({ storyId, version, step, label, isMain = false, isOff = false }: Step) {
  const [problem, setProblem] = useState("");
  const [isBusy, startTransition] = useTransition();
  const run = (): void =>
    startTransition(async () => {
      const reply = await stepStoryAction({ storyId, version, step }).catch(() => null);
      if (!reply?.data) return setProblem(reply?.serverError ?? "没有办成，请检查网络再试，写的都在。");
      window.location.assign(step === "discard" ? "/me/stories" : `/me/stories/${storyId}`);
    });
  return (
    <span className="grid gap-2">
      <button
        type="button"
        className={isMain ? "btn main needs-script" : "btn needs-script"}
        disabled={isBusy || isOff}
        aria-busy={isBusy}
        onClick={run}
      >
        {label}
      </button>
      {problem ? (
        <span className="state bad" role="alert">
          {problem}
        </span>
      ) : null}
    </span>
  );
}

type Props = {
  storyId: string;
  version: number;
  faults: readonly string[];
  mayDiscard: boolean;
  /** Published as it is: there is nothing to send. */
  isUnchanged: boolean;
  /** What is on the page is on the server. */
  isKept: boolean;
  save: () => Promise<boolean>;
};

/** What can be done with a text that is written on: look at it, send it, throw it away. */
export function StorySteps({ storyId, version, faults, mayDiscard, isUnchanged, isKept, save }: Props) {
  const preview = `/me/stories/${storyId}/preview`;
  return (
    <div className="grid gap-3">
      {faults.length > 0 ? (
        <div>
          <p>送审以前还要改：</p>
          <ul className="list-disc pl-6">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <a
          className="btn"
          href={preview}
          onClick={(event) => {
            if (isKept) return;
            event.preventDefault();
            void save().then((done) => done && window.location.assign(preview));
          }}
        >
          看看读者看到的样子
        </a>
        <StepButton
          {...{ storyId, version, step: "submit" }}
          label="送去审核"
          isMain
          isOff={!isKept || isUnchanged || faults.length > 0}
        />
        {mayDiscard ? <StepButton {...{ storyId, version, step: "discard" }} label="丢掉" isOff={!isKept} /> : null}
      </div>
    </div>
  );
}
