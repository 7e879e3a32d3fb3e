// One picture of a film: room for captions, the time line, a drawing, the date and what happened.
import path from "node:path";
import { createCanvas, GlobalFonts, Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import type { Scene } from "../../../domain/films/scenes";
import { SUBJECTS } from "./subjects";

export const WIDTH = 960;
export const HEIGHT = 720;

/** The looks of app/styles/tokens.css on paper that grows lighter with the years. */
const INK = "#23262b";
const INK_2 = "#4a4f57";
const EDGE = "#8d867a";
const RED = "#a8221b";
export const PAPERS: Readonly<Record<string, string>> = {
  "new-democratic-revolution": "#f3ead8",
  "socialist-construction": "#f4eee1",
  "reform-and-opening": "#f7f3e9",
  "new-era": "#fbf9f5",
};

const SERIF = "Film Serif";
const FOLDER = path.resolve(import.meta.dirname, "../../../node_modules/@expo-google-fonts/noto-serif-sc");

/** 思源宋体, the type of certificates. */
export function registerType(): void {
  GlobalFonts.registerFromPath(path.join(FOLDER, "400Regular/NotoSerifSC_400Regular.ttf"), `${SERIF} Regular`);
  GlobalFonts.registerFromPath(path.join(FOLDER, "600SemiBold/NotoSerifSC_600SemiBold.ttf"), `${SERIF} Bold`);
}

const MARGIN = 64;
const RAIL = { y: 160, left: 92, right: WIDTH - 92 } as const;
const ART = { x: (WIDTH - 148 * 2.5) / 2, y: 184, scale: 2.5 } as const;
const TITLE = { size: 84, y: 526 } as const;

const eased = (share: number) => 1 - (1 - Math.min(1, Math.max(0, share))) ** 3;

const NOT_FIRST = /^[，。、；：？”》）]/;
const NOT_LAST = /[“《（]$/;
const IN_NUMBER = /\d$/;

/** Lines of about the same length, none longer than `most`; no mark begins a line and no number is torn. */
function linesOf(context: SKRSContext2D, text: string, most: number): string[] {
  const count = Math.ceil(context.measureText(text).width / most);
  const lines: string[] = [];
  let rest = text;
  for (let left = count; left > 1; left -= 1) {
    const target = context.measureText(rest).width / left;
    const places = [...rest].map((_sign, at) => at).filter((at) => at > 0 && isBreak(rest, at));
    const off = (at: number) => Math.abs(context.measureText(rest.slice(0, at)).width - target) - bonus(rest, at);
    const best = places
      .filter((at) => context.measureText(rest.slice(0, at)).width <= most)
      .sort((a, b) => off(a) - off(b))[0];
    if (best === undefined) break;
    lines.push(rest.slice(0, best));
    rest = rest.slice(best);
  }
  return [...lines, rest];
}

const isBreak = (text: string, at: number) =>
  !NOT_FIRST.test(text.slice(at)) &&
  !NOT_LAST.test(text.slice(0, at)) &&
  !(IN_NUMBER.test(text.slice(0, at)) && /^[\d年月日万]/.test(text.slice(at)));
/** After a comma or before a title in 《》 a line ends best. */
const bonus = (text: string, at: number) =>
  /[，；：]$/.test(text.slice(0, at)) || /^《/.test(text.slice(at)) ? 200 : 0;

type Drawn = { context: SKRSContext2D; scene: Scene; age: number; left: number };

/** `at` in seconds. Everything follows from the scenes and the time: the same film every time it is drawn. */
export function drawFrame(scenes: readonly Scene[], at: number, paper: string): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d");
  context.fillStyle = paper;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const scene = scenes.find(({ end }) => at < end) ?? scenes[scenes.length - 1];
  if (!scene) throw new Error("A film without scenes.");
  const drawn = { context, scene, age: at - scene.start, left: scene.end - at };
  drawRail(drawn, scenes);
  drawArt(drawn);
  if (scene.line === null) drawTitle(drawn);
  else drawWords(drawn);
  return Buffer.from(canvas.data());
}

/** The time line: what is past in ink, the present in red, on its way from one day to the next. */
function drawRail({ context, scene, age }: Drawn, scenes: readonly Scene[]): void {
  const count = scenes.filter(({ line }) => line !== null).length;
  const step = (RAIL.right - RAIL.left) / (count - 1);
  const isEnd = scene.line === null && scene.start > 0;
  const now = scene.line ?? (isEnd ? count - 1 : -1);
  const before = Math.max(0, now - 1);
  const share = isEnd ? 1 : eased(age / 1.2);
  const x = RAIL.left + step * (now < 0 ? 0 : before + (now - before) * share);
  context.lineWidth = 3;
  strokeLine(context, RAIL.left, RAIL.right, EDGE);
  if (now >= 0) strokeLine(context, RAIL.left, x, INK);
  for (let dot = 0; dot < count; dot += 1) {
    const here = RAIL.left + dot * step;
    context.fillStyle = now >= 0 && here <= x + 1 ? INK : EDGE;
    disc(context, here, 8);
  }
  if (now < 0) return;
  context.fillStyle = RED;
  disc(context, x, 14);
}

function strokeLine(context: SKRSContext2D, from: number, to: number, colour: string): void {
  context.strokeStyle = colour;
  context.beginPath();
  context.moveTo(from, RAIL.y);
  context.lineTo(to, RAIL.y);
  context.stroke();
}

function disc(context: SKRSContext2D, x: number, radius: number): void {
  context.beginPath();
  context.arc(x, RAIL.y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** Longer than any stroke, so that a dash of it uncovers the stroke as it grows. */
const STROKE = 330;

/** The drawing comes stroke by stroke, the red one last, and goes with its scene. */
function drawArt({ context, scene, age, left }: Drawn): void {
  const { ink, faint = [], red } = SUBJECTS[scene.draw];
  context.save();
  context.translate(ART.x, ART.y);
  context.scale(ART.scale, ART.scale);
  context.lineCap = "round";
  context.lineJoin = "round";
  const fade = Math.min(1, left / 0.4);
  const layer = (
    paths: readonly string[],
    from: number,
    long: number,
    colour: string,
    alpha: number,
    width: number,
  ) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.globalAlpha = alpha * fade;
    for (const [index, each] of paths.entries()) {
      const share = (age - from - (index * long) / (2 * paths.length)) / long;
      if (share <= 0) continue;
      context.setLineDash([STROKE * Math.min(1, share), 10 * STROKE]);
      context.stroke(new Path2D(each));
    }
  };
  layer(faint, 0, 1.4, INK, 0.4, 1.1);
  layer(ink, 0.3, 2.2, INK, 1, 1.5);
  layer(red, 1.8, 1.8, RED, 1, 2.1);
  context.restore();
}

/** Text that comes within half a second. */
function say(
  { context, age, left }: Drawn,
  words: string,
  x: number,
  y: number,
  font: string,
  colour: string,
  from: number,
) {
  context.font = font;
  context.fillStyle = colour;
  context.globalAlpha = eased((age - from) / 0.6) * Math.min(1, left / 0.4);
  context.fillText(words, x, y);
  context.globalAlpha = 1;
}

const bold = (size: number) => `${size}px "${SERIF} Bold"`;
const regular = (size: number) => `${size}px "${SERIF} Regular"`;

function drawWords(drawn: Drawn): void {
  const { context, scene } = drawn;
  const { date, text, note } = scene;
  context.textAlign = "left";
  say(drawn, date, MARGIN, 466, bold(56), RED, 0.1);
  context.font = bold(54);
  const lines = linesOf(context, text, WIDTH - 2 * MARGIN);
  const y = 536;
  for (const [index, line] of lines.entries()) say(drawn, line, MARGIN, y + index * 64, bold(54), INK, 0.4);
  if (note !== "") say(drawn, note, MARGIN, y + (lines.length - 1) * 64 + 56, regular(42), INK_2, 1);
}

function drawTitle(drawn: Drawn): void {
  const { context, scene } = drawn;
  context.textAlign = "center";
  say(drawn, scene.text, WIDTH / 2, TITLE.y, bold(TITLE.size), INK, 0.2);
  say(drawn, "指尖课堂", WIDTH / 2, TITLE.y + 76, regular(38), INK_2, 0.8);
}
