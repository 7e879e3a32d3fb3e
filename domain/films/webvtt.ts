/**
 * Captions as WebVTT, the part of it that our films use: cues with plain text, and notes that tell what the picture shows.
 *
 * Example: `00:04.000 --> 00:12.500` with `红军出发了。` below it is one cue of 8.5 seconds; a `NOTE 画面：江边的渡口` before it
 * tells readers of the transcript, and nobody else, what is to be seen meanwhile.
 */
export type Cue = {
  /** Seconds from the beginning. */
  start: number;
  end: number;
  text: string;
  /** What the picture shows, for who reads the transcript; null when nobody wrote it. */
  picture: string | null;
};

/** One thing wrong with the captions: where, what, and how to mend it. */
export type CaptionFault = { place: string; what: string; fix: string };

const TIME = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;
const PICTURE = /^NOTE\s+画面[：:]\s*/;

/** `01:02:03.500` or `02:03.500` in seconds; null for anything else. */
function secondsOf(time: string): number | null {
  const found = TIME.exec(time);
  if (!found) return null;
  const [, hours = "0", minutes = "0", seconds = "0", thousandths = "0"] = found;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (whole * 1000 + Number(thousandths)) / 1000;
}

/** Voices, classes and time stamps within a cue are for players; what is read is the text. */
const withoutTags = (text: string) =>
  text
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&")
    .trim();

/** The cues of a file in their order, and everything that a player would stumble over. */
export function parseWebVtt(file: string): { cues: Cue[]; faults: CaptionFault[] } {
  const [head = "", ...blocks] = file
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .trim()
    .split(/\n{2,}/);
  const faults: CaptionFault[] = [];
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(head))
    faults.push({ place: "开头", what: "第一行不是WEBVTT", fix: "第一行写WEBVTT，空一行，再写第一句" });
  const cues: Cue[] = [];
  let picture: string | null = null;
  for (const block of blocks) {
    if (PICTURE.test(block)) picture = block.replace(PICTURE, "").replaceAll("\n", "").trim();
    if (/^(NOTE|STYLE|REGION)\b/.test(block)) continue;
    const cue = cueOf(block, picture);
    const place = `第${cues.length + 1}句`;
    if ("fault" in cue) {
      faults.push({ place, ...cue.fault });
      continue;
    }
    const before = cues.at(-1);
    if (before && cue.start < before.end)
      faults.push({ place, what: "比前一句结束得早就开始了", fix: "一句完了再起下一句，从早到晚排" });
    cues.push(cue);
    picture = null;
  }
  if (cues.length === 0 && faults.length === 0)
    faults.push({ place: "整个文件", what: "一句也没有", fix: "至少写一句：时间一行，话一行" });
  return { cues, faults };
}

type BlockFault = { fault: Omit<CaptionFault, "place"> };

function cueOf(block: string, picture: string | null): Cue | BlockFault {
  const lines = block.split("\n");
  const at = lines.findIndex((line) => line.includes("-->"));
  if (at === -1) return { fault: { what: "没有时间", fix: "话的上面写一行时间，例如00:04.000 --> 00:09.000" } };
  const [from = "", , to = ""] = (lines[at] ?? "").trim().split(/\s+/);
  const [start, end] = [secondsOf(from), secondsOf(to)];
  if (start === null || end === null)
    return { fault: { what: `时间“${lines[at]?.trim()}”读不懂`, fix: "写成00:04.000 --> 00:09.000这样" } };
  if (end <= start) return { fault: { what: "结束不晚于开始", fix: "改时间" } };
  const text = withoutTags(lines.slice(at + 1).join(""));
  if (text === "") return { fault: { what: "只有时间，没有话", fix: "时间下面写上这一句，或去掉这一句" } };
  return { start, end, text, picture };
}

/** More signs than one line holds on a phone. */
const LONG = 18;

/** Broken after the comma that is nearest to the middle; left to the player where there is none. */
function inLines(text: string): string {
  if ([...text].length <= LONG) return text;
  const ends = [...text.matchAll(/[，；：]/g)].map(({ index }) => index + 1);
  const middle = text.length / 2;
  const [best] = ends.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return best === undefined ? text : `${text.slice(0, best)}\n${text.slice(best)}`;
}

const two = (value: number) => String(Math.floor(value)).padStart(2, "0");

/** 64.5 → 01:04.500 */
function timeOf(seconds: number): string {
  const all = Math.round(seconds * 1000);
  const whole = Math.floor(all / 1000);
  const thousandths = String(all % 1000).padStart(3, "0");
  const clock = `${two((whole % 3600) / 60)}:${two(whole % 60)}.${thousandths}`;
  return whole >= 3600 ? `${two(whole / 3600)}:${clock}` : clock;
}

/**
 * The file of these cues, all in one place of the picture (`line:0`), long ones in
 * two lines that end with a clause. Reading it gives the same cues again.
 */
export function writeWebVtt(cues: readonly Cue[], place: string): string {
  const blocks = cues.map(({ start, end, text, picture }) => {
    const cue = `${timeOf(start)} --> ${timeOf(end)} ${place}\n${inLines(text)}`;
    return picture === null ? cue : `NOTE 画面：${picture}\n\n${cue}`;
  });
  return `${["WEBVTT", ...blocks].join("\n\n")}\n`;
}

/** What is said and shown, as one reads it: for the search and the checks. */
export function transcriptOf(cues: readonly Cue[]): string {
  return cues.map(({ text, picture }) => (picture === null ? text : `${picture}\n${text}`)).join("\n");
}
