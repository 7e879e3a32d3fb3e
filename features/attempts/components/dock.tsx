"use client";

import { Icon } from "@/components/ui/icon";
import type { Link } from "../client/keeper";

type Props = {
  current: number;
  count: number;
  showsAll: boolean;
  /** The state of the line while the paper is being handed in; null before. */
  handing: Link | null;
  onGo: (index: number) => void;
  /** To the next question without an answer. */
  onOpen: () => void;
  onHandIn: () => void;
};

/** 上一题, 下一题 and 交卷 within reach of the thumb. The one red button is what most people want next. */
export function Dock({ current, count, showsAll, handing, onGo, onOpen, onHandIn }: Props) {
  if (handing !== null) {
    const isSending = handing === "sending" || handing === "calm";
    return (
      <footer className="dock">
        <button type="button" className="btn main flex-1" aria-busy="true" aria-disabled="true">
          {isSending ? "正在交卷" : "等连上服务器，自动交卷"}
        </button>
      </footer>
    );
  }
  const isLast = current === count - 1;
  const handIn = (
    <button type="button" className={showsAll || isLast ? "btn main flex-1" : "btn plain quiet"} onClick={onHandIn}>
      交卷
    </button>
  );
  if (showsAll) {
    return (
      <footer className="dock">
        <button type="button" className="btn" onClick={onOpen}>
          找没答的题
        </button>
        {handIn}
      </footer>
    );
  }
  return (
    <footer className="dock">
      <button
        type="button"
        className="btn px-4"
        aria-label="上一题"
        disabled={current === 0}
        onClick={() => onGo(current - 1)}
      >
        <Icon name="back" />
      </button>
      {isLast ? null : (
        <button type="button" className="btn main flex-1" onClick={() => onGo(current + 1)}>
          下一题
        </button>
      )}
      {handIn}
    </footer>
  );
}
