"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { stateOf, type Entry, type QuestionState } from "../client/entry";

const STATE_WORDS: Record<QuestionState, string> = { open: "未答", kept: "已存手机", sent: "已送达" };
const STATE_CLASSES: Record<QuestionState, string> = { open: "", kept: "kept", sent: "sent" };

type Props = {
  entry: Entry;
  current: number;
  onGo: (index: number) => void;
};

/** Every question by number with its state. On low screens one row that scrolls, opened at the current question. */
export function Palette({ entry, current, onGo }: Props) {
  const row = useRef<HTMLElement>(null);

  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>('[aria-current="step"]');
    if (!row.current || !here) return;
    row.current.scrollLeft =
      here.offsetLeft - row.current.offsetLeft - (row.current.clientWidth - here.clientWidth) / 2;
  }, [current]);

  return (
    <nav className="palette" aria-label="题号" ref={row}>
      {entry.paper.questions.map(({ id }, index) => {
        const state = stateOf(entry, id);
        const isFlagged = entry.flags.includes(id);
        const isHere = index === current;
        const words = [`第${index + 1}题`, STATE_WORDS[state], isFlagged ? "已标记" : "", isHere ? "当前" : ""];
        const classes = [STATE_CLASSES[state], isFlagged ? "flag" : "", isHere ? "here" : ""];
        return (
          <a
            key={id}
            href={`#question-${index + 1}`}
            className={classes.filter(Boolean).join(" ")}
            aria-current={isHere ? "step" : undefined}
            aria-label={words.filter(Boolean).join("，")}
            onClick={(event) => {
              event.preventDefault();
              onGo(index);
            }}
          >
            {index + 1}
          </a>
        );
      })}
    </nav>
  );
}

const LEGEND = [
  { box: "sent", word: "已送达" },
  { box: "kept", word: "已存手机" },
  { box: "", word: "未答" },
  { box: "flagged", word: "标记" },
];

/** What the cells mean; `children` stand at its end. */
export function Legend({ children }: { children: ReactNode }) {
  return (
    <p className="legend">
      {LEGEND.map(({ box, word }) => (
        <span key={word}>
          <i className={`key-box ${box}`} aria-hidden="true" />
          {word}
        </span>
      ))}
      {children}
    </p>
  );
}
