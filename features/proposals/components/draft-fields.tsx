"use client";

import { useId, type ReactNode } from "react";
import type { DraftContent } from "@/domain/quizzes/draft";
import type { DraftFault } from "@/domain/quizzes/draft-faults";

export type Change = (change: Partial<DraftContent>) => void;

/** The faults of one field, under it; nothing while there is none. */
export function Faults({ of, faults }: { of: DraftFault["field"]; faults: readonly DraftFault[] }) {
  const found = faults.filter(({ field }) => field === of);
  if (found.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {found.map(({ what, fix }) => (
        <li className="state bad" key={what}>
          {what}。{fix}
        </li>
      ))}
    </ul>
  );
}

type TextProps = { label: string; value: string; onText: (text: string) => void; hint?: string; rows?: number };

/** One labelled text, of one line or of several. */
export function Text({ label, value, onText, hint, rows }: TextProps) {
  const id = useId();
  const note = hint ? `${id}-note` : undefined;
  const common = { id, value, "aria-describedby": note };
  return (
    <div className="ask">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input {...common} onChange={(event) => onText(event.target.value)} />
      ) : (
        <textarea {...common} rows={rows} onChange={(event) => onText(event.target.value)} />
      )}
      {hint ? (
        <p id={note} className="meta">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

type PickProps = {
  label: string;
  value: string;
  onPick: (value: string) => void;
  options: readonly { value: string; label: string }[];
  none?: string;
};

/** One labelled choice. */
export function Pick({ label, value, onPick, options, none }: PickProps) {
  const id = useId();
  return (
    <div className="ask">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.target.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

type Items<Item> = { items: readonly Item[]; empty: Item; max: number; onItems: (items: Item[]) => void };

/** A list of inputs of which one can be added or taken away. */
export function ItemList<Item>({
  items,
  empty,
  max,
  onItems,
  word,
  children,
}: Items<Item> & { word: string; children: (item: Item, set: (item: Item) => void, index: number) => ReactNode }) {
  const at = (index: number, item: Item) => items.map((each, place) => (place === index ? item : each));
  return (
    <div className="grid gap-2">
      {items.map((item, index) => (
        <div className="flex items-end gap-2" key={index}>
          <div className="grow">{children(item, (next) => onItems(at(index, next)), index)}</div>
          <button
            type="button"
            className="btn plain"
            disabled={items.length <= 1}
            onClick={() => onItems(items.filter((_, place) => place !== index))}
          >
            去掉
            <span className="vh">
              第{index + 1}个{word}
            </span>
          </button>
        </div>
      ))}
      {items.length < max ? (
        <p>
          <button type="button" className="btn" onClick={() => onItems([...items, empty])}>
            加一个{word}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** The key, as its type asks for it. */
export function KeyFields({ draft, change }: { draft: DraftContent; change: Change }) {
  switch (draft.type) {
    case "single":
    case "multiple":
      return <OptionFields draft={draft} change={change} isSingle={draft.type === "single"} />;
    case "true-false":
      return <TruthFields draft={draft} change={change} />;
    case "fill":
      return (
        <ItemList items={draft.blanks} empty="" max={4} word="空" onItems={(blanks) => change({ blanks })}>
          {(blank, set, index) => (
            <Text label={`第${index + 1}个空`} value={blank} onText={set} hint="几种写法都算对，用/隔开" />
          )}
        </ItemList>
      );
    case "ordering":
      return (
        <ItemList items={draft.items} empty="" max={6} word="项" onItems={(items) => change({ items })}>
          {(item, set, index) => <Text label={`按对的顺序，第${index + 1}项`} value={item} onText={set} />}
        </ItemList>
      );
    case "matching":
      return (
        <ItemList
          items={draft.pairs}
          empty={{ left: "", right: "" }}
          max={5}
          word="对"
          onItems={(pairs) => change({ pairs })}
        >
          {(pair, set, index) => (
            <div className="grid grid-cols-2 gap-2">
              <Text label={`第${index + 1}对，左`} value={pair.left} onText={(left) => set({ ...pair, left })} />
              <Text label="右" value={pair.right} onText={(right) => set({ ...pair, right })} />
            </div>
          )}
        </ItemList>
      );
  }
}

function OptionFields({ draft, change, isSingle }: { draft: DraftContent; change: Change; isSingle: boolean }) {
  const { options } = draft;
  const mark = (index: number, right: boolean) =>
    options.map((each, place) => (place === index ? { ...each, right } : isSingle ? { ...each, right: false } : each));
  return (
    <ItemList
      items={options}
      empty={{ text: "", right: false }}
      max={6}
      word="选项"
      onItems={(next) => change({ options: next })}
    >
      {(option, set, index) => (
        <div className="grid grid-cols-[1fr_auto] items-end gap-2">
          <Text label={`选项${index + 1}`} value={option.text} onText={(text) => set({ ...option, text })} />
          <label className="flex min-h-tap items-center gap-2">
            <input
              type={isSingle ? "radio" : "checkbox"}
              name="right"
              checked={option.right}
              onChange={(event) => change({ options: mark(index, event.target.checked) })}
            />
            正确
          </label>
        </div>
      )}
    </ItemList>
  );
}

function TruthFields({ draft, change }: { draft: DraftContent; change: Change }) {
  return (
    <fieldset className="flex gap-4">
      <legend className="mb-1">这句话对不对</legend>
      {(["true", "false"] as const).map((value) => (
        <label className="flex min-h-tap items-center gap-2" key={value}>
          <input
            type="radio"
            name="answer"
            checked={draft.answer === value}
            onChange={() => change({ answer: value })}
          />
          {value === "true" ? "对" : "错"}
        </label>
      ))}
    </fieldset>
  );
}
