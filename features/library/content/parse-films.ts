import { parseWebVtt } from "@/domain/films/webvtt";
import { DRAWN_LIST } from "../constants";
import { filmFrontSchema } from "../schema";
import type { ContentFile, Fault, Film, FilmFiles, FilmVideo } from "../types";
import { readFront } from "./read-form";

const FILM = /^films\/([a-z0-9]+(?:-[a-z0-9]+)*)\.(md|mp4|webm|vtt|jpg)$/;

/** What is called like the page of a film: pictures in the order in which a browser is offered them, captions, poster. */
export function filmFilesOf(page: string, files: readonly ContentFile[]): FilmFiles {
  const beside = (ending: string) => files.find(({ path }) => path === page.replace(/\.md$/, `.${ending}`));
  const videos = (["mp4", "webm"] as const).flatMap((type): FilmVideo[] => {
    const found = beside(type);
    return found?.media ? [{ type, file: found.path, ...found.media }] : [];
  });
  const captions = beside("vtt")?.text ?? null;
  const { cues, faults: captionFaults } = captions === null ? { cues: [], faults: [] } : parseWebVtt(captions);
  const poster = beside("jpg");
  return {
    ...{ videos, captions, cues, captionFaults },
    poster: poster?.media ? { file: poster.path, ...poster.media } : null,
  };
}

/** The films with what lies beside their pages. A file that belongs to no page is a fault. */
export function parseFilms(files: readonly ContentFile[], into: { films: Film[]; faults: Fault[] }): void {
  const named = files.filter(({ path }) => path.startsWith("films/") && path !== DRAWN_LIST);
  for (const file of named) {
    const [, slug, ending] = FILM.exec(file.path) ?? [];
    if (!slug) {
      const fix = "页面写films/<slug>.md，影片、字幕和封面用同一个名字，以.mp4、.webm、.vtt、.jpg结尾";
      into.faults.push({ file: file.path, place: "文件名", what: "不是这里该有的文件", fix });
      continue;
    }
    if (ending !== "md") {
      if (named.some(({ path }) => path === `films/${slug}.md`)) continue;
      const fix = `写一页films/${slug}.md，或去掉这个文件`;
      into.faults.push({ file: file.path, place: "文件名", what: "没有说明它的页面", fix });
      continue;
    }
    const read = readFront(filmFrontSchema, file);
    if ("faults" in read) into.faults.push(...read.faults);
    else {
      const document = { kind: "film", id: `films/${slug}`, file: file.path, slug } as const;
      into.films.push({ ...document, ...read, files: filmFilesOf(file.path, named) });
    }
  }
}
