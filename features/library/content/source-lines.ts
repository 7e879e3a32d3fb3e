import { siteOf } from "@/domain/writing/sites";
import type { Library, LibraryDocument } from "../types";
import { allDocuments } from "./all-documents";
import { outline } from "./outlines";

/**
 * Every page that something rests on, by site, with all that rests on it: claims, passages with its mark, questions that cite
 * it, and what a second look found there. For whoever looks whether the pages still say so.
 */
type Rest = { url: string; heading: string; lines: readonly string[] };

export function sourceLines(library: Library): string[] {
  const rests = allDocuments(library).flatMap((document) => [...cited(document, library), ...looked(document)]);
  const lines = library.sites.flatMap((site) => {
    const here = rests.filter(({ url }) => siteOf(library.sites, url) === site);
    if (here.length === 0) return [];
    const tier = site.tier === "A" ? "甲级" : "乙级";
    return [
      `${tier} ${site.name}（${here.length}处）`,
      ...here.flatMap(({ url, heading, lines }) => [`  ${url} ← ${heading}`, ...lines.map((line) => `    ${line}`)]),
    ];
  });
  return lines;
}

function cited(document: LibraryDocument, { questions }: Library): Rest[] {
  const asked = questions.filter(({ data }) => data.anchor.split("#")[0] === document.id);
  return document.front.sources.map(({ id, url, title }) => ({
    ...{ url, heading: `${document.id} ${id} ${title}` },
    lines: [
      ...document.front.facts
        .filter(({ source }) => [source].flat().includes(id))
        .map(({ claim, locator }) => `事实：${claim}（${locator}）`),
      ...outline(document)
        .blocks.filter(({ notes }) => notes.includes(id))
        .map((block) => `正文${block.id === null ? "" : `#${block.id}`}：${block.text}`),
      ...asked.filter(({ data }) => data.cites.includes(id)).map(({ data }) => `题目：${data.id}`),
    ],
  }));
}

function looked({ id, front: { checked } }: LibraryDocument): Rest[] {
  if (checked.by === "author") return [];
  return checked.against.map((page) => ({
    ...{ url: page.url, heading: `${id} 复核${page.id} ${page.title}` },
    lines: checked.found
      .filter(({ at }) => at === page.id)
      .map(({ blank, value }) => `复核：${blank.replace("____", `【${value}】`)}`),
  }));
}
