// npm run films [-- <slug…>]: draws the films that are made from the timeline of a lesson, with captions and poster, into
// content/films/. Needs ffmpeg; nothing else does. Without names: those whose lesson or words have changed. Exit code 0:
// done, 1: not done, 2: wrong usage.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { stringify } from "yaml";
import { CAPTIONS_AT, cuesOf, scenesOf, sizeWords, type Scene } from "../domain/films/scenes";
import { writeWebVtt } from "../domain/films/webvtt";
import { DRAWN_LIST } from "../features/library/constants";
import { storyDigest, storyOf } from "../features/library/content/check-film";
import { parseFiles } from "../features/library/content/parse-files";
import { contentFolder, readContentFiles } from "../features/library/content/read-files";
import { mediaDigest } from "../features/library/content/read-media";
import type { Drawn } from "../features/library/schema";
import type { Film, Library } from "../features/library/types";
import { drawFrame, HEIGHT, PAPERS, registerType, WIDTH } from "./lib/films/draw-frame";
import { encode } from "./lib/films/encode";

const RATE = 20;
/** The poster is a frame from the middle of the title. */
const POSTER_AT = 3.5;
const ENDINGS = ["mp4", "webm", "jpg"] as const;

const fileOf = (slug: string, ending: string) => path.join(contentFolder(), "films", `${slug}.${ending}`);

function* framesOf(scenes: readonly Scene[], paper: string): Generator<Buffer> {
  const length = scenes.at(-1)?.end ?? 0;
  for (let frame = 0; frame < length * RATE; frame += 1) yield drawFrame(scenes, frame / RATE, paper);
}

function posterOf(scenes: readonly Scene[], paper: string): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d");
  const picture = context.createImageData(WIDTH, HEIGHT);
  picture.data.set(drawFrame(scenes, POSTER_AT, paper));
  context.putImageData(picture, 0, 0);
  return canvas.toBuffer("image/jpeg", 82);
}

async function draw(film: Film, library: Library): Promise<Drawn> {
  const { slug, front } = film;
  const story = storyOf(film, library);
  if (story === null) throw new Error(`${film.file}没有写从哪一课画，或没有那一课`);
  if (story.scenes.length !== story.timeline.length) throw new Error(`${film.file}：时间线一条，画面一条`);
  const scenes = scenesOf(story);
  const paper = PAPERS[front.period ?? "new-era"] ?? "#fbf9f5";
  const [mp4, webm] = [fileOf(slug, "mp4"), fileOf(slug, "webm")];
  await encode({ width: WIDTH, height: HEIGHT, rate: RATE, frames: framesOf(scenes, paper), mp4, webm });
  writeFileSync(fileOf(slug, "jpg"), posterOf(scenes, paper));
  writeFileSync(fileOf(slug, "vtt"), writeWebVtt(cuesOf(scenes), CAPTIONS_AT));
  const seconds = Math.round(scenes.at(-1)?.end ?? 0);
  const text = readFileSync(path.join(contentFolder(), film.file), "utf8");
  writeFileSync(path.join(contentFolder(), film.file), text.replace(/^length: \d+$/m, `length: ${seconds}`));
  const sizes = [mp4, webm].map((file) => sizeWords(readFileSync(file).length)).join("、");
  console.log(`${slug}：${seconds}秒，${sizes}。`);
  const files = Object.fromEntries(ENDINGS.map((ending) => [`${slug}.${ending}`, mediaDigest(fileOf(slug, ending))]));
  return { film: slug, from: storyDigest(story), files };
}

/** Of an earlier drawing; null when something has changed since, or a file of it is gone. */
function kept(film: Film, library: Library): Drawn | null {
  const story = storyOf(film, library);
  const made = library.drawn.find((each) => each.film === film.slug);
  if (story === null || made?.from !== storyDigest(story)) return null;
  return ENDINGS.every((ending) => existsSync(fileOf(film.slug, ending))) ? made : null;
}

async function run(slugs: readonly string[]): Promise<number> {
  const { library } = parseFiles(readContentFiles());
  const films = library.films.filter(({ front }) => front.drawn);
  const unknown = slugs.filter((slug) => !films.some((film) => film.slug === slug));
  if (unknown.length > 0) {
    console.error(`没有${unknown.join("、")}。能画的：${films.map(({ slug }) => slug).join("、")}`);
    return 2;
  }
  registerType();
  const drawn: Drawn[] = [];
  for (const film of films) {
    const made = slugs.includes(film.slug) ? null : kept(film, library);
    drawn.push(made ?? (await draw(film, library)));
  }
  const head = "# 由npm run films写：影片从什么画成，文件的摘要。\n";
  writeFileSync(path.join(contentFolder(), DRAWN_LIST), `${head}${stringify(drawn)}`);
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(`没有画成：${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
