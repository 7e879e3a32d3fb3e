"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { PublicPaper } from "@/domain/quizzes/types";
import { createKeeper, type Keeper, type Snapshot } from "../client/keeper";
import { arrivedAt, keepShell } from "../client/shell";
import { browserShelf } from "../client/shelf";
import { httpTransport } from "../client/transport";

/** A page that was hidden for longer reads again: another page may have answered meanwhile. */
const READ_AGAIN_AFTER_MS = 30_000;

/** The keeper of this page's attempt, alive while the page is. */
export function useKeeper(paper: PublicPaper, memberId: string): { keeper: Keeper; snapshot: Snapshot } {
  const [{ keeper, shelf }] = useState(() => {
    const made = browserShelf(memberId, paper.attemptId);
    return { shelf: made, keeper: createKeeper(paper, made, httpTransport) };
  });
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);

  useEffect(() => {
    const stopListening = shelf.listen(keeper);
    void keeper.open(arrivedAt()).then(() => keepShell(paper.attemptId));
    const stopWatching = watchPage(keeper);
    return () => {
      stopListening();
      stopWatching();
      keeper.stop();
    };
  }, [keeper, shelf, paper.attemptId]);

  return { keeper, snapshot };
}

/** Network and page coming and going. */
function watchPage(keeper: Keeper): () => void {
  let hiddenAt = 0;
  const online = () => keeper.wake();
  const visibility = () => {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      keeper.flush();
    } else if (Date.now() - hiddenAt > READ_AGAIN_AFTER_MS) keeper.wake();
    else keeper.flush();
  };
  /** Back from the back-forward cache: timers have slept, other pages may have gone on. */
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) keeper.wake();
  };
  const leaving = () => keeper.flush();
  /** Without storage the browser itself asks before what is unsent is lost. */
  const unload = (event: BeforeUnloadEvent) => {
    if (keeper.isAtRisk()) event.preventDefault();
  };
  window.addEventListener("online", online);
  document.addEventListener("visibilitychange", visibility);
  window.addEventListener("pageshow", shown);
  window.addEventListener("pagehide", leaving);
  window.addEventListener("beforeunload", unload);
  return () => {
    window.removeEventListener("online", online);
    document.removeEventListener("visibilitychange", visibility);
    window.removeEventListener("pageshow", shown);
    window.removeEventListener("pagehide", leaving);
    window.removeEventListener("beforeunload", unload);
  };
}
