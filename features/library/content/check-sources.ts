import { areEnough, siteOf, type Site } from "@/domain/writing/sites";
import type { Fact, Source } from "../schema";
import type { Fault, Library, LibraryDocument } from "../types";
import { checkReview } from "./check-review";
import { BELOW, checkTaught } from "./check-taught";
import { outline, visibleText } from "./outlines";

const sourcesOf = (fact: Fact): readonly string[] => (typeof fact.source === "string" ? [fact.source] : fact.source);

/** Sources and facts of one document: permitted hosts, the rule of tiers, claims and values, references both ways. */
export function checkSources(document: LibraryDocument, library: Library): Fault[] {
  const { file, front } = document;
  const at = (place: string, what: string, fix: string): Fault => ({ file, place, what, fix });
  const known = new Set(front.sources.map(({ id }) => id));
  const faults: Fault[] = [];
  if (known.size < front.sources.length) faults.push(at("sources", "出处编号有重复", "每处出处一个编号：s1、s2……"));
  if (new Set(front.sources.map(({ url }) => url)).size < front.sources.length) {
    faults.push(at("sources", "同一个网址写了两次", "合成一处，正文里用同一个编号"));
  }
  if (
    !areEnough(
      library.sites,
      front.sources.map(({ url }) => url),
    )
  ) {
    faults.push(
      at(
        "sources",
        "出处不够：没有甲级，也没有两处不同站点的乙级",
        "找一处甲级出处，或再找一处别的站点的乙级出处；站点见sources.yaml",
      ),
    );
  }
  for (const source of front.sources) faults.push(...checkSource(source, document, library.sites));
  for (const [index, fact] of front.facts.entries())
    faults.push(...checkFact(fact, `facts第${index + 1}条`, document, known));
  for (const note of new Set(outline(document).notes)) {
    if (!known.has(note))
      faults.push(at(`正文[^${note}]`, "引用了没有列出的出处", `在sources里写上${note}，或改成已有的编号`));
  }
  return [...faults, ...checkTaught(document, library), ...checkReview(document, library)];
}

function checkSource(source: Source, document: LibraryDocument, sites: readonly Site[]): Fault[] {
  const place = `sources ${source.id}`;
  const { file, front } = document;
  const faults: Fault[] = [];
  if (siteOf(sites, source.url) === null) {
    faults.push({
      file,
      place,
      what: `站点${new URL(source.url).hostname}不在sources.yaml里`,
      fix: "换成允许的站点上的同一内容",
    });
  }
  const used =
    outline(document).notes.includes(source.id) || front.facts.some((fact) => sourcesOf(fact).includes(source.id));
  if (!used) faults.push({ file, place, what: "列出了却没有用到", fix: "在正文里用[^编号]标出，或去掉这一处" });
  return faults;
}

function checkFact(fact: Fact, place: string, document: LibraryDocument, known: ReadonlySet<string>): Fault[] {
  const { file } = document;
  const faults: Fault[] = [];
  if (!fact.claim.includes(fact.value)) {
    faults.push({ file, place, what: `claim里没有“${fact.value}”`, fix: "claim写成含有value的一句话，一字不差" });
  }
  if (!visibleText(document).includes(fact.value)) {
    faults.push({
      file,
      place,
      what: `${BELOW[document.kind]}里没有“${fact.value}”`,
      fix: "value要照正文里的写法；正文不讲的事实不必列",
    });
  }
  for (const id of sourcesOf(fact)) {
    if (!known.has(id)) faults.push({ file, place, what: `出处${id}没有列出`, fix: "改成sources里的编号" });
  }
  return faults;
}
