"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { PublicPaper } from "@/domain/quizzes/types";
import { unansweredIds } from "../client/entry";
import { ClosingPage } from "./closing-page";
import { Dock } from "./dock";
import { earlyAnswers } from "./early-answers";
import { HandInDialog } from "./hand-in-dialog";
import { Notices } from "./notices";
import { Legend, Palette } from "./palette";
import { QuestionCard } from "./question-card";
import { Timer } from "./timer";
import { useChoice } from "./use-choice";
import { useKeeper } from "./use-keeper";

type Props = { paper: PublicPaper; memberId: string };

/** Where to begin: at the first question without an answer; at the first one when all have one. */
function firstOpen({ questions, answers }: PublicPaper): number {
  return Math.max(
    0,
    questions.findIndex(({ id }) => answers[id] === undefined),
  );
}

/** Taking a quiz. The server's HTML holds the first question; everything given is kept here before it is sent. */
export function TakingScreen({ paper, memberId }: Props) {
  const { keeper, snapshot } = useKeeper(paper, memberId);
  const { entry, link, durable, closing } = snapshot;
  const [current, setCurrent] = useState(() => firstOpen(paper));
  const [showsAll, setShowsAll] = useChoice("zj-paper", "all");
  const [asks, setAsks] = useState(false);
  const [timeIsUp, setTimeIsUp] = useState(false);
  const body = useRef<HTMLElement>(null);
  const count = paper.questions.length;
  const isLocked = entry.handing.wanted || link === "gone";

  useEffect(() => {
    const root = body.current;
    if (root) for (const [id, value] of earlyAnswers(root, paper.questions, paper.answers)) keeper.answer(id, value);
    // From here on an answer is kept the moment it is given: `npm run bench -- pages` reads this mark.
    performance.mark("answerable");
  }, [keeper, paper]);

  const go = useCallback(
    (index: number) => {
      setCurrent(index);
      // After the next question stands there: to its beginning, with the focus on its text.
      requestAnimationFrame(() => {
        const section = document.getElementById(`question-${index + 1}`);
        section?.querySelector<HTMLElement>("legend")?.focus({ preventScroll: true });
        if (showsAll) section?.scrollIntoView({ block: "start" });
        else window.scrollTo({ top: 0 });
      });
    },
    [showsAll],
  );

  const handIn = useCallback(() => {
    setAsks(false);
    keeper.handIn();
    // What comes of it is said at the top.
    window.scrollTo({ top: 0 });
  }, [keeper]);

  const endOfTime = useCallback(() => {
    void keeper.endTime().then((isOver) => {
      if (!isOver) return;
      setTimeIsUp(true);
      setAsks(false);
      window.scrollTo({ top: 0 });
    });
  }, [keeper]);

  const goToOpen = () => {
    const [first] = unansweredIds(entry);
    if (first === undefined) setAsks(true);
    else go(paper.questions.findIndex(({ id }) => id === first));
  };

  const indexes = showsAll ? paper.questions.map((_, index) => index) : [current];

  return (
    <div className="phone taking">
      <header className="bar ruled">
        <a className="icon-btn" href="/quizzes" aria-label="暂离，答案都留着">
          <Icon name="close" />
        </a>
        <h1>{paper.title}</h1>
        {closing ? null : <Timer paper={entry.paper} offset={entry.offset} onEnd={endOfTime} />}
      </header>
      {closing ? (
        <ClosingPage entry={entry} closing={closing} />
      ) : (
        <>
          <main id="main" ref={body}>
            <Notices snapshot={snapshot} keeper={keeper} timeIsUp={timeIsUp} />
            <form autoComplete="off" onSubmit={(event) => event.preventDefault()}>
              {indexes.map((index) => (
                <QuestionCard key={index} {...{ entry, index, link, durable, keeper, isLocked }} />
              ))}
            </form>
            <section className="sheet" aria-label="答题卡">
              <Palette entry={entry} current={current} onGo={go} />
              <Legend>
                <button type="button" onClick={() => setShowsAll(!showsAll)}>
                  {showsAll ? "一题一页" : "全部列出"}
                </button>
              </Legend>
            </section>
          </main>
          <Dock
            {...{ current, count, showsAll, handing: entry.handing.wanted ? link : null }}
            onGo={go}
            onOpen={goToOpen}
            onHandIn={() => setAsks(true)}
          />
          <HandInDialog entry={entry} isOpen={asks} onClose={() => setAsks(false)} onHandIn={handIn} />
        </>
      )}
    </div>
  );
}
