"use client";

import {
  DIFFICULTIES,
  DIFFICULTY_LABELS,
  PERIOD_LABELS,
  PERIODS,
  QUESTION_ORIGINS,
  QUESTION_TYPE_LABELS,
  QUESTION_TYPES,
} from "@/domain/quizzes/types";
import type { ContestPlan } from "../schema";
import { ORIGIN_WORDS } from "../view";

type Part = ContestPlan["parts"][number];
type Props = {
  parts: readonly Part[];
  topics: Readonly<Record<string, string>>;
  change: (parts: Part[]) => void;
};

const MOST = 20;
const ANY: Part = { count: 5, points: 5, topic: "", period: "", type: "", difficulty: "", origin: "" };

const labels = <Key extends string>(keys: readonly Key[], of: Readonly<Record<Key, string>>): [string, string][] =>
  keys.map((key) => [key, of[key]]);

/** 组卷: one line for each kind of question, how many of it and what each is worth. */
export function PartFields({ parts, topics, change }: Props) {
  const put = (at: number, over: Partial<Part>): void =>
    change(parts.map((part, index) => (index === at ? { ...part, ...over } : part)));
  return (
    <div className="grid gap-3">
      {parts.map((part, at) => (
        <fieldset key={at} className="card pad grid gap-3">
          <legend className="meta">第{at + 1}行</legend>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            <Count label="题数" value={part.count} at={at} onCount={(count) => put(at, { count })} />
            <Count label="每题分值" value={part.points} at={at} onCount={(points) => put(at, { points })} />
            <Which
              label="出处"
              at={at}
              value={part.origin}
              options={labels(QUESTION_ORIGINS, ORIGIN_WORDS)}
              onPick={(origin) => put(at, { origin: origin as Part["origin"] })}
            />
            <Which
              label="题型"
              at={at}
              value={part.type}
              options={labels(QUESTION_TYPES, QUESTION_TYPE_LABELS)}
              onPick={(type) => put(at, { type: type as Part["type"] })}
            />
            <Which
              label="主题"
              at={at}
              value={part.topic}
              options={Object.entries(topics)}
              onPick={(topic) => put(at, { topic })}
            />
            <Which
              label="时期"
              at={at}
              value={part.period}
              options={labels(PERIODS, PERIOD_LABELS)}
              onPick={(period) => put(at, { period: period as Part["period"] })}
            />
            <Which
              label="难度"
              at={at}
              value={part.difficulty}
              options={labels(DIFFICULTIES, DIFFICULTY_LABELS)}
              onPick={(difficulty) => put(at, { difficulty: difficulty as Part["difficulty"] })}
            />
          </div>
          {parts.length > 1 ? (
            <p>
              <button
                type="button"
                className="link quiet small"
                onClick={() => change(parts.filter((_, index) => index !== at))}
              >
                去掉第{at + 1}行
              </button>
            </p>
          ) : null}
        </fieldset>
      ))}
      {parts.length < MOST ? (
        <p>
          <button type="button" className="btn" onClick={() => change([...parts, ANY])}>
            加一行
          </button>
        </p>
      ) : null}
    </div>
  );
}

type CountProps = { label: string; at: number; value: number; onCount: (count: number) => void };

function Count({ label, at, value, onCount }: CountProps) {
  const id = `${label}-${String(at)}`;
  return (
    <div className="ask">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={1}
        max={100}
        required
        value={value === 0 ? "" : value}
        onChange={(event) => onCount(Number(event.target.value))}
      />
    </div>
  );
}

type WhichProps = {
  label: string;
  at: number;
  value: string;
  options: readonly (readonly [string, string])[];
  onPick: (value: string) => void;
};

function Which({ label, at, value, options, onPick }: WhichProps) {
  const id = `${label}-${String(at)}`;
  return (
    <div className="ask">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.target.value)}>
        <option value="">不限</option>
        {options.map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}
