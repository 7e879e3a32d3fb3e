"use client";

import { useEffect, useRef } from "react";
import { pendingIds, unansweredIds, type Entry } from "../client/entry";

type Props = {
  entry: Entry;
  isOpen: boolean;
  onClose: () => void;
  onHandIn: () => void;
};

/** Numbers of these questions on the paper, as people read them: 第4、9题. */
export function numbersOf({ paper }: Entry, ids: readonly string[]): string {
  const wanted = new Set(ids);
  const numbers = paper.questions.flatMap(({ id }, index) => (wanted.has(id) ? [index + 1] : []));
  return `第${numbers.join("、")}题`;
}

const MANY = 8;

/** Asks once before handing in, with what is still open. */
export function HandInDialog({ entry, isOpen, onClose, onHandIn }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = unansweredIds(entry);
  const unsent = pendingIds(entry).length;

  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen && dialog.current?.open) dialog.current.close();
  }, [isOpen]);

  return (
    <dialog className="dialog" ref={dialog} aria-labelledby="hand-in-title" onClose={onClose}>
      <h3 id="hand-in-title">{open.length === 0 ? "都答完了，交卷吗" : `还有${open.length}题没答，交卷吗`}</h3>
      <p>
        {open.length > 0 && open.length <= MANY ? `没答的是${numbersOf(entry, open)}。` : null}
        交卷后不能再改。
        {unsent > 0 ? `有${unsent}题还没送到，会和卷子一起送。` : null}
      </p>
      <div className="acts">
        <button type="button" className="btn" onClick={onClose}>
          再看看
        </button>
        <button type="button" className="btn main" onClick={onHandIn}>
          交卷
        </button>
      </div>
    </dialog>
  );
}
