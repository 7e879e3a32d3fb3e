"use client";

import { useState, useTransition } from "react";
import { Field } from "@/components/forms/field";
import { releaseProposalAction, returnProposalAction, submitProposalAction, withdrawProposalAction } from "../actions";

type Act = "submit" | "withdraw" | "release" | "return";

type Props = {
  proposalId: string;
  version: number;
  acts: readonly Act[];
  /** What is typed is not kept yet. */
  isBlocked?: boolean;
  faults?: number;
  whyNotRelease?: string | null;
};

const LABELS: Readonly<Record<Act, string>> = {
  submit: "送另一位同志复核",
  withdraw: "收回，不要了",
  release: "复核无误，发布",
  return: "退回修改",
};

/** The steps of a proposal that are open now, each with why it is not. */
export function ProposalActs({
  proposalId,
  version,
  acts,
  isBlocked = false,
  faults = 0,
  whyNotRelease = null,
}: Props) {
  const [problem, setProblem] = useState("");
  const [note, setNote] = useState("");
  const [busy, startTransition] = useTransition();
  const named = { proposalId, version };
  const run = (act: Act): void =>
    startTransition(async () => {
      const reply = await send(act, named, note).catch(() => null);
      setProblem(reply?.isDone ? "" : (reply?.refusal ?? "没有办成，请检查网络再试。"));
    });
  const isOff = (act: Act): boolean =>
    busy || isBlocked || (act === "submit" && faults > 0) || (act === "release" && whyNotRelease !== null);
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
            disabled={isOff(act)}
            aria-busy={busy}
            onClick={() => run(act)}
          >
            {LABELS[act]}
          </button>
        ))}
      </p>
      {acts.includes("submit") && faults > 0 ? <p className="meta">还有{faults}处要改，改好再送复核。</p> : null}
      {whyNotRelease ? <p className="meta">{whyNotRelease}</p> : null}
      {problem ? (
        <p className="state bad" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

type Named = { proposalId: string; version: number };

/** What a step answers: done, or why not. */
async function send(act: Act, named: Named, note: string): Promise<{ isDone: boolean; refusal: string | undefined }> {
  if (act === "return") {
    const reply = await returnProposalAction({ ...named, note });
    return {
      isDone: reply.data !== undefined,
      refusal: reply.validationErrors?.fieldErrors.note?.[0] ?? reply.serverError,
    };
  }
  const reply = await STEPS[act](named);
  return { isDone: reply.data !== undefined, refusal: reply.serverError };
}

const STEPS = { submit: submitProposalAction, withdraw: withdrawProposalAction, release: releaseProposalAction };
