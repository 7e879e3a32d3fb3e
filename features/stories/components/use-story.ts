"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import {
  forgetIfSaved,
  forgetStory,
  isSameDraft,
  keepStory,
  listKeptStories,
  newPageKey,
  type KeptEntry,
} from "../client/keeping";
import { sendStory } from "../client/sending";
import type { StoryDraft } from "../schema";

/** A pause in writing after which the draft is kept on the server, and when a failed try is repeated. */
const PAUSE_MS = 2_000;
const AGAIN_MS = 15_000;

export type KeptState = "kept" | "typed" | "busy" | "offline" | "signed-out" | "refused";

/** A second text of the same story: from the server, or left in this browser. Neither is lost. */
export type OtherText = { draft: StoryDraft; version: number; from: "server" | "browser"; key: string | null };

export type StartedStory = { memberId: string; storyId: string; version: number; draft: StoryDraft; faults: string[] };

type Form = { read: () => StoryDraft; write: (draft: StoryDraft) => void };

/**
 * A story that is written down twice while it is typed: at once in this browser, and after a pause on the server. What
 * the server does not take stays here and is tried again; what was written elsewhere meanwhile is never written over
 * without asking.
 */
export function useStory(start: StartedStory, form: Form) {
  const [state, setState] = useState<KeptState>("kept");
  const [problem, setProblem] = useState("");
  const [faults, setFaults] = useState(start.faults);
  const [version, setVersion] = useState(start.version);
  const [others, setOthers] = useState<OtherText[]>([]);
  const now = useRef({ ...start, key: "", kept: start.draft, sent: null as StoryDraft | null, isBusy: false });
  const page = useRef(form);
  useEffect(() => {
    page.current = form;
  });

  const keepHere = useCallback(async (): Promise<void> => {
    const { storyId, memberId, version: base, sent, key } = now.current;
    if (key === "") return;
    await keepStory(key, memberId, { storyId, base, sent, draft: page.current.read(), at: Date.now() });
  }, []);

  /** True when the server has what is on the page. */
  const save = useCallback(async (): Promise<boolean> => {
    const at = now.current;
    if (at.isBusy) return false;
    const draft = page.current.read();
    if (isSameDraft(draft, at.kept) && at.version > 0) {
      setState("kept");
      return true;
    }
    at.isBusy = true;
    const unanswered = at.sent;
    at.sent = draft;
    setState("busy");
    await keepHere();
    const sent = await sendStory(at.storyId, at.version, draft);
    at.isBusy = false;
    if (sent.kind === "saved") {
      const isFirst = at.version === 0;
      Object.assign(at, { version: sent.saved.version, kept: draft, sent: null });
      setVersion(sent.saved.version);
      setFaults(sent.saved.faults);
      setProblem("");
      if (isFirst) window.history.replaceState(null, "", `/me/stories/${at.storyId}`);
      const isAll = await forgetIfSaved(at.key, () => isSameDraft(page.current.read(), draft), keepHere);
      setState(isAll ? "kept" : "typed");
      return isAll;
    }
    if (sent.kind === "changed") {
      const { version: standing, ...text } = sent.standing;
      if (unanswered !== null && isSameDraft(unanswered, text)) {
        // Our own text of before: it had arrived, only the answer was lost.
        Object.assign(at, { version: standing, kept: text, sent: null });
        setVersion(standing);
        setState("typed");
        return false;
      }
      setOthers((before) => [...before.filter((each) => each.from !== "server"), serverText(text, standing)]);
      setProblem("");
      setState("refused");
      return false;
    }
    setProblem(sent.detail);
    setState(sent.kind === "busy" ? "offline" : sent.kind);
    return false;
  }, [keepHere]);

  const typed = useCallback((): void => {
    setState((before) => (before === "signed-out" ? before : "typed"));
    void keepHere();
  }, [keepHere]);

  // What this browser still has of an earlier page, and what was typed before the script came.
  useEffect(() => {
    const at = now.current;
    at.key = newPageKey(at.memberId, at.storyId);
    void (async () => {
      const left = await listKeptStories(at.memberId, at.version === 0 ? null : at.storyId);
      const stale = left.filter(({ draft }) => isSameDraft(draft, at.kept));
      const found = await restore(left.filter((entry) => !stale.includes(entry)));
      for (const { key } of stale) await forgetStory(key);
      if (found || !isSameDraft(page.current.read(), at.kept)) typed();
    })();

    /** Goes on with the newest that fits; the others are offered. */
    async function restore(left: readonly KeptEntry[]): Promise<boolean> {
      const fits = (entry: KeptEntry) =>
        entry.base === at.version || (entry.sent !== null && isSameDraft(entry.sent, at.kept));
      const isUntouched = isSameDraft(page.current.read(), at.kept);
      const first = isUntouched ? left.find(fits) : undefined;
      if (first) {
        if (at.version === 0) Object.assign(at, { storyId: first.storyId, sent: first.sent });
        page.current.write(first.draft);
        at.key = first.key;
      }
      const rest = at.version === 0 ? [] : left.filter((entry) => entry !== first);
      setOthers(rest.map(({ draft, base, key }) => ({ draft, version: base, from: "browser", key })));
      return first !== undefined;
    }
  }, [typed]);

  useEffect(() => {
    if (state !== "typed" && state !== "offline") return;
    const timer = setTimeout(() => void save(), state === "typed" ? PAUSE_MS : AGAIN_MS);
    const again = () => void save();
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [state, save, version]);

  /** `mine`: this page's text counts; `theirs`: the other one; `both`: the other below this one. */
  const settle = useCallback(
    (other: OtherText, choice: "mine" | "theirs" | "both"): void => {
      const at = now.current;
      const mine = page.current.read();
      if (other.from === "server") Object.assign(at, { version: other.version, kept: other.draft });
      if (choice === "theirs") page.current.write(other.draft);
      if (choice === "both") page.current.write({ ...mine, body: `${mine.body}\n\n${other.draft.body}` });
      setOthers((before) => before.filter((each) => each !== other));
      if (other.key !== null) void forgetStory(other.key);
      typed();
    },
    [typed],
  );

  return { state, problem, faults, version, others, typed, save, settle, storyId: () => now.current.storyId };
}

const serverText = (draft: StoryDraft, version: number): OtherText => ({ draft, version, from: "server", key: null });
