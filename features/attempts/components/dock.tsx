"use client";

import { Icon } from "@/components/ui/icon";

type Props = {
  current: number;
  count: number;
  showsAll: boolean;
  isBusy: boolean;
  onGo: (index: number) => void;
  /** To the next question without an answer. */
  onOpen: () => void;
  onHandIn: () => void;
};

/** 上一题, 下一题 and 交卷 within reach of the thumb. The one red button is what most people want next. */
export function Dock({ current, count, showsAll, isBusy, onGo, onOpen, onHandIn }: Props) {
  const isLast = current === count - 1;
  const handIn = (
    <button
      type="button"
      className={showsAll || isLast ? "btn main flex-1" : "btn plain quiet"}
      disabled={isBusy}
      aria-busy={isBusy}
      onClick={onHandIn}
    >
      {isBusy ? "正在交卷" : "交卷"}
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
