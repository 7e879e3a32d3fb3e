import { formatFull } from "../calendar/labels";
import type { Cue } from "./webvtt";

/**
 * A film that is drawn from the timeline of a lesson: a title, a scene for each line of the timeline, an end. Everything
 * that is seen and how long follows from here, so that a check can tell whether a film still belongs to its lesson.
 *
 * Example: a line 1934年10月，中央红军主力从江西于都集结出发 with the sentence 队伍离开了根据地。 makes a scene of about seven seconds.
 */
export const DRAWN_SUBJECTS = [
  ...(["road", "river", "house", "bridge", "plateau", "two-roads", "three-roads"] as const),
  ...(["letter", "newspaper", "hall", "prints", "field", "lamp"] as const),
] as const;
export type DrawnSubject = (typeof DRAWN_SUBJECTS)[number];

export type TimelineLine = { date: string; text: string; note?: string | undefined; here?: boolean | undefined };

export type Scene = {
  start: number;
  end: number;
  /** 1934年10月; empty of title and end. */
  date: string;
  /** What stands large. */
  text: string;
  /** What stands small below it; empty when there is nothing. */
  note: string;
  /** What the captions say meanwhile. */
  say: string;
  draw: DrawnSubject;
  /** The line of the timeline, from 0; null of title and end. */
  line: number | null;
};

export type Story = {
  title: string;
  /** Said over the title and over the end. */
  opening: string;
  closing: string;
  timeline: readonly TimelineLine[];
  /** One picture and one sentence for each line of the timeline. */
  scenes: readonly { draw: DrawnSubject; say: string }[];
};

/** A new way of drawing is a new number: every film is then drawn again. */
export const DRAWING = 1;

const PICTURE_FIRST = 1.5;
const SIGNS_A_SECOND = 6;
/** The last second is the paper alone. */
const AFTER = 1;

/** Whole half seconds in which everything of a scene can be read without haste. */
function secondsFor(...texts: readonly string[]): number {
  const signs = texts.reduce((sum, text) => sum + [...text].length, 0);
  return Math.ceil(2 * (PICTURE_FIRST + signs / SIGNS_A_SECOND)) / 2;
}

export function scenesOf({ title, opening, closing, timeline, scenes }: Story): Scene[] {
  const plain = [
    { date: "", text: title, note: "", say: opening, draw: "lamp" as const, line: null },
    ...timeline.map(({ date, text, note = "" }, line) => ({
      ...{ date: formatFull(date), text, note, line },
      say: scenes[line]?.say ?? "",
      draw: scenes[line]?.draw ?? ("lamp" as const),
    })),
    { date: "", text: title, note: "", say: closing, draw: "lamp" as const, line: null },
  ];
  let start = 0;
  return plain.map((scene, index) => {
    const isLast = index === plain.length - 1;
    const end = start + secondsFor(scene.date, scene.text, scene.note, scene.say) + (isLast ? AFTER : 0);
    const made = { ...scene, start, end };
    start = end;
    return made;
  });
}

/** The uppermost sixth of every picture is left to the captions: below, players push them about to make room for buttons. */
export const CAPTIONS_AT = "line:0";

/** Half a second after the picture has changed, and gone before it changes again. */
const LATE = 0.5;

/** The captions: what is said, and for who reads them what stands in the picture. */
export function cuesOf(scenes: readonly Scene[]): Cue[] {
  return scenes.map(({ start, end, date, text, note, say }) => ({
    start: start + LATE,
    end: end - 0.25,
    text: say,
    picture: [date, text, note].filter((part) => part !== "").join("，"),
  }));
}

/** 75 → 1分15秒, 120 → 2分钟 */
export function lengthWords(seconds: number): string {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0) return `${rest}秒`;
  return rest === 0 ? `${minutes}分钟` : `${minutes}分${rest}秒`;
}

/** 1536000 → 1.5MB, as phones count what they download. */
export function sizeWords(bytes: number): string {
  const mega = bytes / 1_000_000;
  return mega >= 10 ? `${Math.round(mega)}MB` : `${Math.max(0.1, Math.round(mega * 10) / 10)}MB`;
}
