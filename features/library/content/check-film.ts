import { createHash } from "node:crypto";
import { CAPTIONS_AT, cuesOf, DRAWING, scenesOf, sizeWords, type Story } from "@/domain/films/scenes";
import { writeWebVtt } from "@/domain/films/webvtt";
import { siteOf, type Site } from "@/domain/writing/sites";
import { DRAWN_LIST, FILM_BYTES_AT_MOST, POSTER_BYTES_AT_MOST } from "../constants";
import type { Fault, Film, Library, OwnFilm } from "../types";

/** So much may a written length be off: players count frames, people whole seconds. */
const OFF_AT_MOST = 1;

type At = (place: string, what: string, fix: string) => Fault;
const atOf =
  (file: string): At =>
  (place, what, fix) => ({ file, place, what, fix });

/** What a film of the library needs beside its words. */
export function checkFilm(film: Film, library: Library): Fault[] {
  const at = atOf(film.file);
  const { files, front } = film;
  const faults = checkWatchable(film, library.sites);
  if (files.videos.length > 0 && files.captions === null)
    faults.push(at("字幕", "没有字幕文件", `把字幕写进${beside(film, "vtt")}`));
  for (const { file, bytes } of files.videos) {
    if (bytes > FILM_BYTES_AT_MOST)
      faults.push(at("影片", `${file}有${sizeWords(bytes)}`, `压到${sizeWords(FILM_BYTES_AT_MOST)}以内`));
  }
  if (files.poster && files.poster.bytes > POSTER_BYTES_AT_MOST)
    faults.push(at("封面", `${files.poster.file}有${sizeWords(files.poster.bytes)}`, "压到0.1MB以内"));
  const { lesson } = front;
  if (lesson !== undefined && !library.lessons.some(({ id }) => id === lesson))
    faults.push(at("lesson", `没有${lesson}这一课`, "改成课程里有的一课，或去掉"));
  return [...faults, ...checkDrawn(film, library)];
}

const beside = ({ file }: Film | OwnFilm, ending: string) => file.replace(/\.md$/, `.${ending}`);

/** A film can be watched, here or elsewhere, for as long as the page says, with captions that a player can read. */
export function checkWatchable(film: Film | OwnFilm, sites: readonly Site[]): Fault[] {
  return [...checkLink(film, sites), ...checkVideos(film), ...checkCaptions(film)];
}

function checkLink(film: Film | OwnFilm, sites: readonly Site[]): Fault[] {
  const at = atOf(film.file);
  const { link, length } = film.front;
  const hasFile = film.files.videos.length > 0;
  if (link === undefined)
    return hasFile ? [] : [at("影片", "没有影片文件，也没有link", `把影片放到${beside(film, "mp4")}，或写上link`)];
  const faults: Fault[] = [];
  if (hasFile) faults.push(at("link", "既有影片文件又有link", "留一样：在这里放，或到那里看"));
  if (siteOf(sites, link) === null)
    faults.push(at("link", `站点${new URL(link).hostname}不在sources.yaml里`, "换成允许的站点，或把影片文件放进来"));
  if (length === undefined) faults.push(at("length", "没有写片长", "到网页上看了，写成秒数"));
  return faults;
}

function checkVideos(film: Film | OwnFilm): Fault[] {
  const at = atOf(film.file);
  const { length } = film.front;
  return film.files.videos.flatMap(({ file, seconds }) => {
    if (seconds === null) {
      // A unit may say itself how long a film runs that does not.
      if (film.kind === "own-film" && length !== undefined) return [];
      return [at("影片", `${file}里读不出片长，也许不是完整的MP4或WebM`, "重新导出影片")];
    }
    if (length === undefined || Math.abs(seconds - length) <= OFF_AT_MOST) return [];
    return [at("length", `写的是${length}秒，${file}是${seconds.toFixed(1)}秒`, "照影片改length")];
  });
}

function checkCaptions(film: Film | OwnFilm): Fault[] {
  const { cues, captionFaults } = film.files;
  const file = beside(film, "vtt");
  const faults: Fault[] = captionFaults.map((fault) => ({ file, ...fault }));
  const length = secondsOf(film);
  const end = cues.at(-1)?.end ?? 0;
  if (length !== null && end > length + OFF_AT_MOST)
    faults.push({ file, place: "最后一句", what: "影片完了它还没有完", fix: "改时间" });
  return faults;
}

/** How long a film runs: as it is written, else as its file says. */
const secondsOf = ({ front, files }: Film | OwnFilm): number | null =>
  front.length ?? files.videos.find(({ seconds }) => seconds !== null)?.seconds ?? null;

/** What `npm run films` draws: the film's own words and the timeline of its lesson. Null for a film that is not drawn. */
export function storyOf({ front }: Film, { lessons }: Pick<Library, "lessons">): Story | null {
  const lesson = lessons.find(({ id }) => id === front.lesson);
  if (front.drawn === undefined || lesson === undefined) return null;
  return { title: front.title, timeline: lesson.front.timeline, ...front.drawn };
}

/** The digest of all that is seen in a drawn film. A lesson that is rewritten asks for a new drawing. */
export function storyDigest(story: Story): string {
  return createHash("sha256")
    .update(JSON.stringify([DRAWING, scenesOf(story)]))
    .digest("hex");
}

function checkDrawn(film: Film, library: Library): Fault[] {
  const at = atOf(film.file);
  const { front, files } = film;
  if (front.drawn === undefined) return [];
  const story = storyOf(film, library);
  if (story === null) return [at("drawn", "没有写从哪一课的时间线画", "写上lesson")];
  const { timeline, scenes } = story;
  if (scenes.length !== timeline.length)
    return [at("drawn.scenes", `时间线有${timeline.length}条，这里有${scenes.length}条`, "时间线一条，画面一条")];
  const again = "npm run films重新画";
  const made = library.drawn.find((each) => each.film === film.slug);
  if (made?.from !== storyDigest(story)) return [at("drawn", "课程或这里的文字改过，影片还是原来的", again)];
  const faults: Fault[] = [];
  if (files.captions !== writeWebVtt(cuesOf(scenesOf(story)), CAPTIONS_AT))
    faults.push(at("字幕", "和画的时候不一样", again));
  const known = [...files.videos, ...(files.poster ? [files.poster] : [])];
  for (const { file, digest } of known) {
    if (made.files[file.slice("films/".length)] !== digest)
      faults.push(at("影片", `${file}不是${DRAWN_LIST}里记的那一个`, again));
  }
  return faults;
}
