"use client";

import { useEffect } from "react";

/**
 * On every page: sends answers that were given and could not be delivered. It looks at one mark in this browser's
 * storage and loads the rest only when something waits, so that it weighs next to nothing on reading pages. The taking
 * screen sends for itself.
 */
export function ResendWaiting() {
  useEffect(() => {
    const send = () => {
      if (!hasMark() || location.pathname.startsWith("/attempts/") || !navigator.onLine) return;
      void import("../client/resend").then(({ resendForSignedIn }) => resendForSignedIn()).catch(() => undefined);
    };
    const visible = () => {
      if (document.visibilityState === "visible") send();
    };
    send();
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", visible);
    return () => {
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", visible);
    };
  }, []);
  return null;
}

function hasMark(): boolean {
  try {
    return localStorage.getItem("zj-waiting") !== null;
  } catch {
    return false;
  }
}
