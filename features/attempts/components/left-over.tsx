"use client";

import { useEffect, useState } from "react";
import { Panel } from "@/components/ui/state";

/** On the result page: clears what this phone kept of the attempt, and tells once what had come too late to count. */
export function LeftOver({ memberId, attemptId }: { memberId: string; attemptId: string }) {
  const [late, setLate] = useState(0);

  useEffect(() => {
    void import("../client/resend")
      .then(({ takeLeftOver }) => takeLeftOver(memberId, attemptId))
      .then((count) => setLate((before) => before || count))
      .catch(() => undefined);
  }, [memberId, attemptId]);

  if (late === 0) return null;
  return (
    <div className="mt-4">
      <Panel tone="bad" title={`有${late}题的答案到得太晚。`}>
        它们在截止以后才到，没有计分。计分的以下面的回执为准。
      </Panel>
    </div>
  );
}
