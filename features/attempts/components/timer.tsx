"use client";

import { useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { formatInstant } from "@/domain/calendar/labels";
import type { PublicPaper } from "@/domain/quizzes/types";
import { DAY, remainingFigures, spokenAt } from "../client/remaining";
import { useChoice } from "./use-choice";

const TICK_MS = 1_000;

type Props = {
  paper: Pick<PublicPaper, "deadline" | "serverTime">;
  /** Server's clock minus this phone's. */
  offset: number;
  /** Called once for each deadline, when the time is up by the server's clock. */
  onEnd: () => void;
};

/** The time that is left, by the server's clock. It can be put away, and speaks three times only. */
export function Timer({ paper, offset, onEnd }: Props) {
  const end = paper.deadline === null ? null : Date.parse(paper.deadline);
  // The server's HTML shows the time of the request; from then on this phone's clock with the server's offset.
  const [left, setLeft] = useState(end === null ? 0 : end - Date.parse(paper.serverTime));
  const [spoken, setSpoken] = useState("");
  const [isHidden, setHidden] = useChoice("zj-timer", "hidden");
  const ended = useRef(false);
  const last = useRef(left);

  useEffect(() => {
    if (end === null) return;
    ended.current = false;
    const tick = () => {
      const now = end - (Date.now() + offset);
      const words = spokenAt(last.current, now);
      if (words) setSpoken(words);
      last.current = now;
      setLeft(now);
      if (now <= 0 && !ended.current) {
        ended.current = true;
        onEnd();
      }
    };
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [end, offset, onEnd]);

  if (end === null) return null;
  if (left > DAY) return <span className="meta pr-3">{formatInstant(new Date(end))}截止</span>;
  return (
    <>
      <button type="button" className="timer" onClick={() => setHidden(!isHidden)}>
        {isHidden ? (
          <>
            <Icon name="clock" small />
            看时间
          </>
        ) : (
          <>
            <span className="meta">剩</span>
            <b suppressHydrationWarning>{remainingFigures(left)}</b>
            <Icon name="eyeOff" small />
            <span className="vh">，收起时间</span>
          </>
        )}
      </button>
      <span className="vh" role="status">
        {spoken}
      </span>
    </>
  );
}
