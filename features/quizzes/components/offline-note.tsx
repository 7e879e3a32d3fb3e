"use client";

import { useSyncExternalStore } from "react";
import { Panel } from "@/components/ui/state";

function watch(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Says so when the phone has no network while the page is open. */
export function OfflineNote() {
  const isOnline = useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );
  if (isOnline) return null;
  return (
    <Panel tone="wait" title="现在没有网。" live>
      新的试卷取不到。已经开始的可以接着答，答案先存在手机里，有网就送。
    </Panel>
  );
}
