"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { AnswerValue } from "@/domain/quizzes/types";
import { findKept, forgetRecall, keepRecall, readState, sendAnswers } from "../client";
import type { RecallAnswers, RecallQuestion, RecallState } from "../types";
import { complete, fitting, missing, nextStep, type RecallPhase } from "./recall-steps";

export type Recall = {
  readonly phase: RecallPhase;
  readonly questions: readonly RecallQuestion[];
  readonly answers: RecallAnswers;
  /** Why the answers were not taken: one sentence, and a sentence by question id. */
  readonly refusal: { readonly detail: string; readonly reasons: Readonly<Record<string, string>> } | null;
  readonly answer: (questionId: string, value: AnswerValue | null) => void;
  readonly handIn: () => void;
};

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/** The state of one recall form: what is asked, what was answered, how far it has come to the server. */
export function useRecall(contentId: string, asked: readonly RecallQuestion[]): Recall {
  const [phase, setPhase] = useState<RecallPhase>({ kind: "asking" });
  const [questions, setQuestions] = useState(asked);
  const [answers, setAnswers] = useState<RecallAnswers>({});
  const [refusal, setRefusal] = useState<Recall["refusal"]>(null);
  const member = useRef("");
  const wait = useRef(FIRST_WAIT_MS);

  const send = useCallback(
    async (given: RecallAnswers) => {
      setPhase({ kind: "sending" });
      const sent = await sendAnswers(contentId, given);
      if (sent.kind === "ok") {
        await forgetRecall(member.current, contentId);
        setPhase({ kind: "done", outcome: sent.value, justNow: true });
      } else if (sent.kind === "gone") setPhase(sent);
      else if (sent.kind === "refused") {
        setRefusal(sent);
        setPhase({ kind: "asking" });
        await keepRecall(member.current, { contentId, answers: given, handedIn: false });
      } else setPhase({ kind: "waiting", signedOut: sent.kind === "signed-out" });
    },
    [contentId],
  );

  /** Learns who reads; true when that is somebody else than before: what waits stays in the store for who gave it. */
  const learn = useCallback((state: RecallState): boolean => {
    const isOther = member.current !== "" && member.current !== state.memberId;
    member.current = state.memberId;
    setQuestions(state.questions);
    if (isOther) {
      setAnswers({});
      setPhase({ kind: "asking" });
    }
    return isOther;
  }, []);

  /** Asks the server how things stand and goes on from there; `waiting` are answers handed in on this page. */
  const begin = useCallback(
    async (waiting: RecallAnswers | null) => {
      const found = await readState(contentId);
      const state = found.kind === "ok" ? found.value : null;
      const handedIn = state !== null && learn(state) ? null : waiting;
      const kept = handedIn === null ? await findKept(state?.memberId ?? null, contentId) : null;
      const shown = state?.questions ?? asked;
      setAnswers((now) => fitting(shown, { ...kept?.answers, ...now }));
      const next = nextStep({ found, kept, handedIn });
      if (next.kind === "send") await send(next.answers);
      if (next.kind !== "show") return;
      setPhase(next.phase);
      if (next.phase.kind === "done") await forgetRecall(member.current, contentId);
    },
    [asked, contentId, learn, send],
  );

  useEffect(() => {
    // The first thing it does is to wait for the network.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void begin(null);
  }, [begin]);

  useEffect(() => {
    if (phase.kind !== "waiting") return;
    const again = () => {
      if (document.visibilityState === "visible") void begin(answers);
    };
    const timer = setTimeout(again, wait.current);
    wait.current = Math.min(wait.current * 2, LONGEST_WAIT_MS);
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, [phase, begin, answers]);

  const answer = (questionId: string, value: AnswerValue | null) => {
    const rest = Object.entries(answers).filter(([id]) => id !== questionId);
    const next: RecallAnswers = Object.fromEntries(value === null ? rest : [...rest, [questionId, value]]);
    setAnswers(next);
    setRefusal(null);
    void keepRecall(member.current, { contentId, answers: next, handedIn: false });
  };

  const handIn = () => {
    const given = complete(questions, answers);
    const reasons = missing(questions, given);
    if (Object.keys(reasons).length > 0) return setRefusal({ detail: "还有题没有答完，答完才能交。", reasons });
    setAnswers(given);
    void keepRecall(member.current, { contentId, answers: given, handedIn: true }).then(() => send(given));
  };

  return { phase, questions, answers, refusal, answer, handIn };
}
