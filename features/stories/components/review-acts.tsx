"use client";

import { useState, useTransition } from "react";
import { Field } from "@/components/forms/field";
import { publishStoryAction, returnStoryAction } from "../actions";
import type { Visibility } from "@/domain/stories/story";

type Props = {
  storyId: string;
  version: number;
  choices: readonly { value: Visibility; label: string }[];
};

type Reply = { data?: unknown; serverError?: string; validationErrors?: { fieldErrors: { note?: string[] } } };

/** 发布 or 退回, for the version that is on the page. */
export function ReviewActs({ storyId, version, choices }: Props) {
  const [visibility, setVisibility] = useState<Visibility>(choices[0]?.value ?? "organisation");
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState("");
  const [isBusy, startTransition] = useTransition();
  const run = (act: () => Promise<unknown>): void =>
    startTransition(async () => {
      const reply = (await act().catch(() => null)) as Reply | null;
      if (reply?.data) return window.location.reload();
      const why = reply?.validationErrors?.fieldErrors.note?.[0] ?? reply?.serverError;
      setProblem(why ?? "没有办成，请检查网络再试。");
    });
  const named = { storyId, version };
  return (
    <div className="grid gap-4">
      <fieldset className="grid gap-1">
        <legend className="mb-1">发布给谁看</legend>
        {choices.map(({ value, label }) => (
          <label key={value} className="flex min-h-tap items-center gap-2">
            <input
              type="radio"
              name="visibility"
              checked={value === visibility}
              onChange={() => setVisibility(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <p>
        <button
          type="button"
          className="btn main"
          disabled={isBusy}
          aria-busy={isBusy}
          onClick={() => run(() => publishStoryAction({ ...named, visibility }))}
        >
          看过了，发布
        </button>
      </p>
      <Field
        name="note"
        label="要改的话，写明哪里"
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.target.value)}
      />
      <p>
        <button
          type="button"
          className="btn"
          disabled={isBusy}
          aria-busy={isBusy}
          onClick={() => run(() => returnStoryAction({ ...named, note }))}
        >
          退回修改
        </button>
      </p>
      {problem ? (
        <p className="state bad" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
