import type { ReactNode } from "react";

/** Ink drawings on a 148 × 88 ground: fine lines in currentColor and one red touch (`accent`), which the candle does without. */
const DRAWINGS = {
  boat: (
    <>
      <path d="M14 58c6 11 24 15.5 60 15.5 34 0 52-4.5 64-20l-14 5H28z" />
      <path d="M22 63c16 4.5 34 5.5 52 5.5s40-1.5 54-6" opacity=".5" />
      <path d="M36 58.5V42M112 58.5V42M54 58V44M94 58V44M36 48h76" />
      <path d="M28 42c9-1 13-4 17-9h58c4 5 8 8 17 9zM58 33c4-1 6-3 8-6h16c2 3 4 5 8 6" />
      <path d="M126 52V14M126 16l-18 15" opacity=".7" />
      <g className="accent">
        <circle cx="74" cy="51" r="2.6" fill="currentColor" stroke="none" />
        <path d="M74 44v3.5" />
      </g>
      <path d="M2 80h24M38 83h28M80 80h16M110 83h32" opacity=".7" />
    </>
  ),
  hills: (
    <>
      <path d="M2 54l24-24 12 10 26-30 20 24 14-12 22 26 26-16" opacity=".4" />
      <path d="M2 72l30-20 18 11 26-25 22 24 20-12 28 20" />
      <path d="M62 20l-5 12 8 8M98 30l-4 10 6 6" opacity=".4" />
      <path d="M6 82c30-3 48-7 76-6s40 2 60-4" strokeDasharray="1 5" strokeWidth="1.75" />
      <g className="accent">
        <circle cx="82" cy="76" r="3.2" fill="currentColor" stroke="none" />
      </g>
    </>
  ),
  lamp: (
    <>
      <path d="M12 70c20-6 42-4 62 5 20-9 42-11 62-5M18 77c18-5 38-3 56 5 18-8 38-10 56-5" />
      <path d="M74 75V52" opacity=".4" />
      <path d="M58 46c0 7 7 11 16 11s16-4 16-11zM54 46h40M66 57l-3 8h22l-3-8" />
      <path d="M90 48c8 0 11-4 11-8s-4-6-9-4" />
      <g className="accent">
        <path d="M74 43c-4 0-6-3-6-6 0-5 5-7 6-13 2 5 6 8 6 13 0 3-2 6-6 6z" />
      </g>
      <path d="M52 22l4 4M96 22l-4 4M74 8v6M40 36h6M102 26l5-3" opacity=".6" />
    </>
  ),
  crane: (
    <>
      <path d="M30 70V20M42 70V20M30 20h12M30 32l12 10M42 32L30 42M30 46l12 10M42 46L30 56M30 60h12" />
      <path d="M16 24h104M30 20l6-9 6 9M36 11l76 13M36 11L18 24" />
      <path d="M16 24v8h10v-8M96 24v18" />
      <g className="accent">
        <path d="M88 42h16v10H88z" fill="currentColor" stroke="none" />
      </g>
      <path d="M62 70V58h20v12M82 70V62h24v8M106 70V54h18v16M66 62h4M74 62h4M112 58h6M112 64h6" opacity=".7" />
      <path d="M4 70h140M4 78h22M36 81h40M90 78h44" opacity=".7" />
    </>
  ),
  rocket: (
    <>
      <path d="M74 6c8 8 11 18 11 30v22H63V36c0-12 3-22 11-30z" />
      <path d="M63 44l-9 10v10l9-4M85 44l9 10v10l-9-4M63 52h22" />
      <path d="M68 62l-3 9M80 62l3 9M74 62v14" opacity=".6" />
      <g className="accent">
        <circle cx="74" cy="31" r="4.5" fill="currentColor" stroke="none" />
      </g>
      <path d="M10 74c16-8 34-10 52-4M86 70c18-6 36-4 52 4" />
      <path d="M24 20h.1M34 38h.1M116 16h.1M126 40h.1M108 30h.1M42 12h.1" strokeWidth="2.5" opacity=".7" />
      <path d="M98 10c16 2 30 8 40 18" strokeDasharray="1 5" strokeWidth="1.6" opacity=".7" />
    </>
  ),
  field: (
    <>
      <path d="M82 52V34l24-14 24 14v18M78 36l28-17 28 17M98 52V40h14v12" />
      <path d="M4 52h140" opacity=".7" />
      <path d="M4 60c30-6 60-6 140 2M4 70c40-8 80-8 140 0M4 80c40-6 90-6 140 0" opacity=".5" />
      <path d="M30 74V34M30 42c-5-1-8-4-8-9 5 0 8 4 8 9zM30 42c5-1 8-4 8-9-5 0-8 4-8 9zM30 54c-6-1-9-4-9-10 6 1 9 5 9 10zM30 54c6-1 9-4 9-10-6 1-9 5-9 10zM48 76V46M48 53c-4-1-6-3-6-7 4 0 6 3 6 7zM48 53c4-1 6-3 6-7-4 0-6 3-6 7z" />
      <g className="accent">
        <circle cx="62" cy="22" r="7" fill="currentColor" stroke="none" />
      </g>
    </>
  ),
  bridge: (
    <>
      <path d="M4 56c24-2 30-24 70-24s46 22 70 24" />
      <path d="M4 63c22-1 28-7 34-13M144 63c-22-1-28-7-34-13" />
      <path d="M44 66c2-16 14-25 30-25s28 9 30 25M22 66c1-6 5-10 11-11M126 66c-1-6-5-10-11-11" />
      <path d="M30 46v-8M48 38v-8M66 33v-8M82 33v-8M100 38v-8M118 46v-8M30 38c20-10 68-10 88 0" opacity=".6" />
      <g className="accent">
        <circle cx="74" cy="14" r="5" fill="currentColor" stroke="none" />
      </g>
      <path d="M6 74h30M48 78h52M112 74h30M26 83h20M104 83h20" opacity=".7" />
    </>
  ),
  candle: (
    <>
      <path d="M66 38h16v34H66zM58 72h32l-4 6H62z" />
      <path d="M74 38v-6M74 30c-4-2-5-6-3-9 1-3 3-4 3-8 3 4 6 7 6 11 0 3-2 5-6 6z" />
      <path d="M66 44c3 3 5 0 5 6" opacity=".6" />
      <path d="M20 82h108" opacity=".7" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type DrawingName = keyof typeof DRAWINGS;

/** One drawing; decoration, so nothing is said to screen readers. */
export function Drawing({ name, className }: { name: DrawingName; className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 148 88"
      width="140"
      height="83"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {DRAWINGS[name]}
    </svg>
  );
}
