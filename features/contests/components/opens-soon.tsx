"use client";

import { useEffect } from "react";

const SOON_MS = 3_600_000;
/** So that those who wait do not all come in the same second. */
const SPREAD_MS = 4_000;

/** Brings the page up to date when the contest opens while somebody waits in front of it. Nothing ticks. */
export function OpensSoon({ opensAt, serverTime }: { opensAt: string; serverTime: string }) {
  const left = Date.parse(opensAt) - Date.parse(serverTime);
  useEffect(() => {
    if (left > SOON_MS) return;
    const timer = setTimeout(() => window.location.reload(), left + Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [left]);
  return null;
}
