import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";
import { ownFilmFrontSchema } from "../schema";
import type { ContentFile, Fault, Library, OwnFilm } from "../types";
import { checkWatchable } from "./check-film";
import { getLibrary } from "./get-library";
import { filmFilesOf } from "./parse-films";
import { readText } from "./read-files";
import { readFront } from "./read-form";
import { MEDIA, readMedia } from "./read-media";

/** Films that a unit adds itself, from `DATA_DIR/films`. One with a fault is not shown; nobody but its author is kept from anything. */
export type OwnFilms = { films: readonly OwnFilm[]; faults: readonly Fault[] };

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*\.(md|mp4|webm|vtt|jpg)$/;

export const ownFilmFolder = (): string => path.join(env().DATA_DIR, "films");

/** Plain files of the folder alone: what is linked or nested is not ours to send. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((item) => item.isFile() && !item.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/** What stands in a folder now, read anew every time. */
function readOwnFilms(folder: string, library: Pick<Library, "films" | "sites" | "lessons">): OwnFilms {
  const names = namesIn(folder);
  const read = names.filter((name) => NAME.test(name)).map((name) => ({ name, file: readOne(folder, name) }));
  const files = read.flatMap(({ file }) => (file === null ? [] : [file]));
  const films: OwnFilm[] = [];
  const faults: Fault[] = names
    .filter((name) => !NAME.test(name) || !names.includes(name.replace(/\.[a-z0-9]+$/, ".md")))
    .map((name) =>
      NAME.test(name)
        ? { file: name, place: "文件名", what: "没有说明它的页面", fix: "写一页同名的.md" }
        : {
            ...{ file: name, place: "文件名", what: "不是影片能用的名字" },
            fix: "只用小写字母、数字和连字符，以.md、.mp4、.webm、.vtt、.jpg结尾，例如welcome.mp4",
          },
    );
  for (const { name } of read.filter(({ file }) => file === null))
    faults.push({ file: name, place: "文件", what: "读不了这个文件", fix: "检查它的权限，让运行服务的用户能读" });
  for (const file of files.filter(({ path: name }) => name.endsWith(".md"))) {
    const slug = file.path.replace(/\.md$/, "");
    const garbled = files.filter(({ path: name, text }) => isOf(slug, name) && text.includes(NO_SIGN));
    if (garbled.length > 0) {
      faults.push(...garbled.map((found) => notUtf8(found.path)));
      continue;
    }
    const front = readFront(ownFilmFrontSchema, file);
    if ("faults" in front) {
      faults.push(...front.faults);
      continue;
    }
    const document = { kind: "own-film", id: `films/${slug}`, file: file.path, slug } as const;
    const film: OwnFilm = { ...document, ...front, files: filmFilesOf(file.path, files) };
    const found = [...checkWatchable(film, library.sites), ...checkPlace(film, library)];
    if (found.length === 0) films.push(film);
    faults.push(...found);
  }
  return { films: films.sort((a, b) => a.front.order - b.front.order || (a.slug < b.slug ? -1 : 1)), faults };
}

const isOf = (slug: string, name: string): boolean => name === `${slug}.md` || name === `${slug}.vtt`;

/** What is read in the place of bytes that are no UTF-8: an editor that saves as GBK leaves nothing else of a Chinese text. */
const NO_SIGN = "\uFFFD";

const notUtf8 = (file: string): Fault => ({
  ...{ file, place: "整个文件" },
  ...{ what: "文字不是UTF-8", fix: "另存为UTF-8再放进来" },
});

/** Null of a file that may not be read or went while it was looked at: it keeps no other film from being shown. */
function readOne(folder: string, name: string): ContentFile | null {
  const full = path.join(folder, name);
  try {
    if (MEDIA.test(name)) return { path: name, text: "", media: { ...readMedia(full), digest: "" } };
    return { path: name, text: readText(full) };
  } catch {
    return null;
  }
}

function checkPlace({ file, slug, front }: OwnFilm, { films, lessons }: Pick<Library, "films" | "lessons">): Fault[] {
  if (films.some((film) => film.slug === slug))
    return [{ file, place: "文件名", what: "学习内容里已有一部这个名字的影片", fix: "换一个名字" }];
  const { lesson } = front;
  if (lesson === undefined || lessons.some(({ id }) => id === lesson)) return [];
  return [{ file, place: "lesson", what: `没有${lesson}这一课`, fix: "改成课程里有的一课，或去掉" }];
}

/** Changes with every file that comes, goes or grows. */
function ownFilmsSignature(folder = ownFilmFolder()): string {
  return namesIn(folder)
    .map((name) => {
      const { mtimeMs, size } = statSync(path.join(folder, name), { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
      return `${name} ${mtimeMs} ${size}`;
    })
    .join("\n");
}

type Kept = { signature: string; read: OwnFilms };

/** The films of this unit as they are now. Read again when a file has changed; no folder is none. */
export function getOwnFilms(): OwnFilms {
  const holder = singleton<{ kept: Kept | null }>("own-films", () => ({ kept: null }));
  const signature = ownFilmsSignature();
  if (holder.kept?.signature !== signature) {
    holder.kept = { signature, read: readOwnFilms(ownFilmFolder(), getLibrary()) };
  }
  return holder.kept.read;
}
