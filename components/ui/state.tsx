import type { ReactNode } from "react";
import { ALERT, DONE, Drawn, PHONE } from "./drawn";

export type Tone = "ok" | "wait" | "bad" | "plain";

const PATHS: Record<Tone, string | null> = { ok: DONE, wait: PHONE, bad: ALERT, plain: null };

/** A short word about a state: icon and word, never colour alone. */
export function State({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  const path = PATHS[tone];
  return (
    <span className={tone === "plain" ? "state" : `state ${tone}`}>
      {icon ?? (path === null ? null : <Drawn path={path} />)}
      {children}
    </span>
  );
}

/** The three-part message: what happened (`title`), then what was kept and what to do. */
export function Panel({
  tone,
  title,
  children,
  live,
}: {
  tone: Tone;
  title: string;
  children?: ReactNode;
  live?: boolean;
}) {
  return (
    <div
      className={tone === "plain" ? "panel iconed" : `panel ${tone} iconed`}
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
    >
      <Drawn path={PATHS[tone] ?? ALERT} small />
      <p>
        <b>{title}</b>
        {children}
      </p>
    </div>
  );
}

/** What is missing, what to do, one outlined button. */
export function Empty({
  title,
  hint,
  action,
}: {
  title: string;
  hint?: string;
  action?: { href: string; label: string };
}) {
  return (
    <div className="empty">
      <svg
        className="art"
        viewBox="0 0 64 44"
        width="64"
        height="44"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M32 12c.6 3 4 4.5 4 8.5a4 4 0 0 1-8 0c0-3.5 3-5 4-8.5z" />
        <path d="M32 2v4M20 6l2.5 3M44 6l-2.5 3" className="accent" stroke="currentColor" />
        <path d="M6 34c9-3 18-2 26 3 8-5 17-6 26-3M10 39c8-2 15-1 22 2.5 7-3.5 14-4.5 22-2.5" />
      </svg>
      <b>{title}</b>
      {hint ? <span>{hint}</span> : null}
      {action ? (
        <a className="btn" href={action.href}>
          {action.label}
        </a>
      ) : null}
    </div>
  );
}
