"use client";

import { useState, useTransition } from "react";
import { Field } from "@/components/forms/field";
import { releaseContestAction, returnContestAction, submitContestAction, withdrawContestAction } from "../actions";

type Act = "submit" | "withdraw" | "release" | "return";

type Props = {
  contestId: string;
  version: number;
  acts: readonly Act[];
  /** Why an act is not open to this person now. */
  whyNot?: Partial<Record<Act, string | null>>;
};

const LABELS: Readonly<Record<Act, string>> = {
  submit: "送另一位同志复核",
  withdraw: "收回，不办了",
  release: "复核无误，发布",
  return: "退回修改",
};

const STEPS = { submit: submitContestAction, withdraw: withdrawContestAction, release: releaseContestAction };

/** The steps of a contest that are open now, each with why it is not. Taking back is asked once more. */
export function ContestActs({ contestId, version, acts, whyNot = {} }: Props) {
  const [problem, setProblem] = useState("");
  const [note, setNote] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [busy, startTransition] = useTransition();
  const named = { contestId, version };
  const run = (act: Act): void => {
    if (act === "withdraw" && !isAsking) {
      setAsking(true);
      return;
    }
    startTransition(async () => {
      const refusal = await send(act, named, note);
      setProblem(refusal ?? "");
      setAsking(false);
    });
  };
  const reasons = acts.flatMap((act) => whyNot[act] ?? []);
  return (
    <div className="grid gap-3">
      {acts.includes("return") ? (
        <Field name="note" label="退回的原因" value={note} onChange={(event) => setNote(event.target.value)} />
      ) : null}
      <p className="flex flex-wrap gap-3">
        {acts.map((act) => (
          <button
            key={act}
            type="button"
            className={act === "submit" || act === "release" ? "btn main" : "btn"}
            disabled={busy || Boolean(whyNot[act])}
            aria-busy={busy}
            onClick={() => run(act)}
          >
            {act === "withdraw" && isAsking ? "确定收回" : LABELS[act]}
          </button>
        ))}
      </p>
      {reasons.map((reason) => (
        <p key={reason} className="meta">
          {reason}
        </p>
      ))}
      {problem ? (
        <p className="state bad" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** Null when it was done, otherwise why not. */
async function send(act: Act, named: { contestId: string; version: number }, note: string): Promise<string | null> {
  const offline = "没有办成，请检查网络再试。";
  try {
    if (act === "return") {
      const reply = await returnContestAction({ ...named, note });
      if (reply.data) return null;
      return reply.validationErrors?.fieldErrors.note?.[0] ?? reply.serverError ?? offline;
    }
    const reply = await STEPS[act](named);
    return reply.data ? null : (reply.serverError ?? offline);
  } catch {
    return offline;
  }
}
