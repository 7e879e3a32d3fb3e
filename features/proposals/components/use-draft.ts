"use client";

import { useEffect, useRef, useState, useTransition } from "react";
import type { DraftContent } from "@/domain/quizzes/draft";
import { saveProposalAction } from "../actions";

/** A pause in writing after which the draft is kept on the server. */
const PAUSE_MS = 3_000;

export type DraftState = "kept" | "typed" | "busy" | "refused";

type Start = { proposalId: string; version: number; questionId: string; content: DraftContent };

/** Lists as the action takes them: copies that may be changed. */
const sent = (draft: DraftContent) => ({
  ...draft,
  ...{ options: [...draft.options], blanks: [...draft.blanks], items: [...draft.items] },
  ...{ pairs: [...draft.pairs], sources: [...draft.sources] },
});

/**
 * A draft that is kept on the server while it is written: after a pause and when asked. What was typed stays on the page
 * whatever the server says; a refusal is told and not tried again by itself.
 */
export function useDraft(start: Start) {
  const [draft, setDraft] = useState(start.content);
  const [saved, setSaved] = useState({ proposalId: start.proposalId, version: start.version });
  const [state, setState] = useState<DraftState>("kept");
  const [problem, setProblem] = useState("");
  const [, startTransition] = useTransition();
  const writing = useRef(false);

  const change = (part: Partial<DraftContent>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setState("typed");
  };

  const save = (): void => {
    if (writing.current) return;
    writing.current = true;
    setState("busy");
    startTransition(async () => {
      const reply = await saveProposalAction({ ...saved, questionId: start.questionId, content: sent(draft) }).catch(
        () => null,
      );
      writing.current = false;
      if (reply?.data) {
        setSaved(reply.data);
        setProblem("");
        setState((now) => (now === "busy" ? "kept" : now));
        const address = `/committee/questions/proposals/${reply.data.proposalId}`;
        if (saved.proposalId === "") window.history.replaceState(null, "", address);
        return;
      }
      setProblem(reply?.serverError ?? "没有存上，写的都还在这一页。请检查网络，再按一次“保存草稿”。");
      setState("refused");
    });
  };

  const keep = useRef(save);
  useEffect(() => {
    keep.current = save;
  });
  useEffect(() => {
    if (state !== "typed") return;
    const timer = setTimeout(() => keep.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [state, draft]);

  return { draft, change, save, state, problem, saved };
}
