import { rightTexts, writtenFaults } from "@/domain/quizzes/written";
import { areEnough } from "@/domain/writing/sites";
import type { FileQuestion } from "../schema";
import type { Fault, Library, LibraryDocument, LibraryQuestion } from "../types";
import { allDocuments } from "./all-documents";
import { missingFigures } from "@/domain/writing/figures";
import { outline, visibleText } from "./outlines";

/** `lessons/…#id` or `daily/…#id` as document and passage; null when either does not exist. */
export function findPassage(library: Library, anchor: string): { document: LibraryDocument; passage: string } | null {
  const [id, name = ""] = anchor.split("#");
  const document = allDocuments(library).find((each) => each.id === id);
  const passage = document && outline(document).passages.get(name);
  return document && passage !== undefined ? { document, passage } : null;
}

/** One question by itself and beside the passage that answers it. */
export function checkQuestion({ file, data }: LibraryQuestion, library: Library): Fault[] {
  const at = (what: string, fix: string): Fault => ({ file, place: data.id, what, fix });
  const faults = writtenFaults(data).map(({ what, fix }) => at(what, fix));
  if (!(data.topic in library.topics)) faults.push(at(`没有“${data.topic}”这个主题`, "用topics.yaml里的键"));
  return [...faults, ...checkPassage(data, library, at)];
}

type At = (what: string, fix: string) => Fault;

function checkPassage(question: FileQuestion, library: Library, at: At): Fault[] {
  const found = findPassage(library, question.anchor);
  if (found === null) return [at(`锚点${question.anchor}不存在`, "改成那一篇里有的锚点")];
  const { document, passage } = found;
  const urls = question.cites.map((id) => document.front.sources.find((source) => source.id === id)?.url);
  const unknown = question.cites.filter((_id, index) => urls[index] === undefined);
  const faults: Fault[] = [];
  if (unknown.length > 0)
    faults.push(at(`出处${unknown.join("、")}不在${document.file}里`, "cites写那一篇sources里的编号"));
  else if (
    !areEnough(
      library.sites,
      urls.filter((url) => url !== undefined),
    )
  ) {
    faults.push(at("题目的出处不够：没有甲级，也没有两处不同站点的乙级", "cites里补上另一处"));
  }
  for (const variants of rightTexts(question)) {
    const best = variants.map((text) => missingFigures(text, passage)).sort((a, b) => a.length - b.length)[0] ?? [];
    if (best.length > 0)
      faults.push(at(`答案里的${best.join("、")}不在锚点那一段里`, "把锚点指到讲这个数的那一段，或把数写进那一段"));
  }
  const told = [visibleText(document), ...document.front.facts.map(({ claim }) => claim)].join("\n");
  const untold = missingFigures(question.explanation, told);
  if (untold.length > 0)
    faults.push(at(`解析里的${untold.join("、")}在${document.file}里没有讲到`, "只用那一篇里有出处的日期和数字"));
  return faults;
}
