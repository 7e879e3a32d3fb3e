import { siteOf } from "@/domain/writing/sites";
import { existsSync } from "node:fs";
import path from "node:path";
import { comparePlainDates } from "@/domain/calendar/plain-date";
import { LOCAL_IMAGE } from "@/lib/markdown/syntax";
import type { Entry, Fault, Lesson, Library, LibraryDocument } from "../types";
import { allDocuments } from "./all-documents";
import { BACK_AT_MOST, CARDS, FRONT_AT_MOST } from "./cards";
import { checkFilm } from "./check-film";
import { checkLeaflet } from "./check-leaflet";
import { checkWriting } from "./check-writing";
import { lengthOf, outline } from "./outlines";

const LENGTHS = {
  entry: { low: 120, high: 350, name: "天天谈" },
  lesson: { low: 800, high: 1800, name: "课程" },
  leaflet: { low: 160, high: CARDS * (FRONT_AT_MOST + BACK_AT_MOST), name: "折页" },
  film: { low: 40, high: 300, name: "影片" },
} as const;
const RESERVED = /^(source-|main$)/;
const PUBLIC = path.join(/* turbopackIgnore: true */ process.cwd(), "public");

/** Form and body of one entry, lesson, leaflet or film: length, anchors, links, pictures, wording, dates. */
export function checkDocument(document: LibraryDocument, library: Library): Fault[] {
  return [...checkOwn(document, library), ...checkBody(document, library), ...checkWords(document, library)];
}

function checkOwn(document: LibraryDocument, library: Library): Fault[] {
  switch (document.kind) {
    case "entry":
      return checkEntry(document);
    case "lesson":
      return checkLesson(document);
    case "leaflet":
      return checkLeaflet(document);
    case "film":
      return checkFilm(document, library);
  }
}

function checkEntry({ file, monthDay, front }: Entry): Fault[] {
  if (front.kind === "theme" || front.date.slice(5) === monthDay) return [];
  return [{ file, place: "date", what: `${front.date}和文件名${monthDay}不是同一天`, fix: "改日期，或换到对的文件名" }];
}

function checkLesson(lesson: Lesson): Fault[] {
  const { file, front } = lesson;
  const at = (place: string, what: string, fix: string): Fault => ({ file, place, what, fix });
  const faults: Fault[] = [];
  const { timeline, terms } = front;
  for (const [index, item] of timeline.entries()) {
    const before = timeline[index - 1];
    if (before && comparePlainDates(before.date, item.date) > 0) {
      faults.push(at(`timeline第${index + 1}条`, `${item.date}排在${before.date}之后`, "从早到晚排"));
    }
  }
  if (timeline.filter(({ here }) => here).length > 1)
    faults.push(at("timeline", "here标了两处", "只标这一课讲的那一处"));
  if (new Set(terms.map(({ term }) => term)).size < terms.length)
    faults.push(at("terms", "同一个词写了两次", "合成一条"));
  const sections = outline(lesson).headings.filter(({ depth }) => depth === 2).length;
  if (sections < 3 || sections > 4) faults.push(at("正文", `有${sections}节`, "用##分成三到四节"));
  return faults;
}

function checkBody(document: LibraryDocument, library: Library): Fault[] {
  const { file } = document;
  const body = outline(document);
  const at = (place: string, what: string, fix: string): Fault => ({ file, place, what, fix });
  const { low, high, name } = LENGTHS[document.kind];
  const length = lengthOf(body.plain);
  const faults: Fault[] = [];
  if (length < low || length > high)
    faults.push(at("正文", `有${length}字`, `${name}正文写${low}到${high}字（标点不算，一个数字算一个字）`));
  for (const start of body.unanchored) faults.push(at(`正文“${start}”`, "这一段没有锚点", "段末写{#id}，例如{#p1}"));
  for (const id of body.anchors.filter((each, index, all) => all.indexOf(each) < index)) {
    faults.push(at(`正文{#${id}}`, "锚点重复", "每段一个不同的锚点"));
  }
  for (const id of body.anchors.filter((each) => RESERVED.test(each)))
    faults.push(at(`正文{#${id}}`, "这个名字页面自己要用", "换一个锚点"));
  for (const html of body.html) faults.push(at("正文", `有HTML标记：${html.slice(0, 20)}`, "只用Markdown"));
  for (const { depth, text } of body.headings) {
    if (depth === 1 || document.kind === "entry" || document.kind === "film")
      faults.push(at(`标题“${text}”`, "这里不用标题", "课程和折页用##，天天谈和影片只写段落"));
  }
  return [...faults, ...checkLinks(document, library), ...checkImages(document)];
}

/** Links inside the library must lead somewhere; links out of it only to permitted sites. */
function checkLinks(document: LibraryDocument, library: Library): Fault[] {
  return outline(document).links.flatMap((url) => {
    const place = `正文链接${url}`;
    if (/^https?:\/\//.test(url)) {
      if (siteOf(library.sites, url) !== null) return [];
      return [{ file: document.file, place, what: "站点不在sources.yaml里", fix: "换成允许的站点，或去掉链接" }];
    }
    if (isLive(url, document, library)) return [];
    return [
      {
        file: document.file,
        place,
        what: "链接没有着落",
        fix: "写成/daily/MM-DD、/lessons/<课程>/<nn-slug>、/leaflets/<slug>、/films/<slug>，可加#锚点",
      },
    ];
  });
}

function isLive(url: string, document: LibraryDocument, library: Library): boolean {
  const [address = "", anchor] = url.split("#");
  if (/^\/(daily|lessons|leaflets|films)?$/.test(address)) return anchor === undefined;
  const target = address === "" ? document : allDocuments(library).find(({ id }) => `/${id}` === address);
  return target !== undefined && (anchor === undefined || outline(target).passages.has(anchor));
}

function checkImages(document: LibraryDocument): Fault[] {
  return outline(document).images.flatMap(({ src, alt }) => {
    const place = `正文图片${src}`;
    if (!LOCAL_IMAGE.test(src))
      return [
        { file: document.file, place, what: "不是本站的图片", fix: "把图片放进public/images/，写/images/文件名" },
      ];
    if (!existsSync(path.join(PUBLIC, src)))
      return [{ file: document.file, place, what: "没有这个文件", fix: "放进public/images/，文件名用小写字母" }];
    if (alt.trim() === "")
      return [{ file: document.file, place, what: "没有说明文字", fix: "写成![图上是什么](/images/…)" }];
    return [];
  });
}

function checkWords(document: LibraryDocument, library: Library): Fault[] {
  const { file, front } = document;
  const faults: Fault[] = [];
  if (!(front.topic in library.topics)) {
    faults.push({
      file,
      place: "topic",
      what: `没有“${front.topic}”这个主题`,
      fix: `用topics.yaml里的键：${Object.keys(library.topics).join("、")}`,
    });
  }
  const texts: [string, string][] = [
    ["title", front.title],
    ["summary", front.summary],
    ["正文", outline(document).plain],
    ...ownTexts(document),
  ];
  return [...faults, ...texts.flatMap(([place, text]) => checkWriting(file, place, text))];
}

function ownTexts(document: LibraryDocument): [string, string][] {
  if (document.kind === "lesson") {
    const { timeline, terms, discuss } = document.front;
    return [
      ["timeline", timeline.map(({ text, note }) => `${text}。${note ?? ""}`).join("\n")],
      ["terms", terms.map(({ term, text }) => `${term}。${text}`).join("\n")],
      ["discuss", discuss.join("\n")],
    ];
  }
  if (document.kind !== "film") return [];
  const { front, files } = document;
  return [
    ["look-for", front["look-for"].join("\n")],
    ["discuss", front.discuss.join("\n")],
    ["字幕", files.cues.map(({ text }) => text).join("\n")],
  ];
}
