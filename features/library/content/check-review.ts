import { blankOf, isSameValue } from "@/domain/writing/second-look";
import { siteOf } from "@/domain/writing/sites";
import type { SecondLook } from "../schema";
import type { Fault, Library, LibraryDocument } from "../types";

/** What somebody else found for the facts of a document: from pages that are not its sources, the same values, all of them. */
export function checkReview(document: LibraryDocument, library: Library): Fault[] {
  const { file, front } = document;
  const { checked } = front;
  const at = (place: string, what: string, fix: string): Fault => ({ file, place, what, fix });
  const faults: Fault[] = [];
  const late = front.sources.filter(({ seen }) => seen > checked.on);
  if (late.length > 0) {
    const ids = late.map(({ id }) => id).join("、");
    faults.push(at("checked", `核对日期早于出处${ids}的查看日期`, "看完出处再核对，写核对的那一天"));
  }
  if (checked.by === "author")
    return [...faults, at("checked", "还没有另一人复核", "照content/README.md“复核”一节做，填checked")];
  return [...faults, ...checkPages(document, checked, library), ...checkFindings(document, checked)];
}

function checkPages({ file, front }: LibraryDocument, { against, found, on }: SecondLook, library: Library): Fault[] {
  const at = (id: string, what: string, fix: string): Fault => ({ file, place: `checked.against ${id}`, what, fix });
  return against.flatMap(({ id, url, seen }, index) => {
    const faults: Fault[] = [];
    if (against.findIndex((other) => other.id === id) < index)
      faults.push(at(id, "编号有重复", "每页一个编号：c1、c2"));
    if (siteOf(library.sites, url) === null) faults.push(at(id, "复核用的站点不在sources.yaml里", "换成允许的站点"));
    if (front.sources.some((source) => isSamePage(source.url, url)))
      faults.push(at(id, "复核用的就是原来的出处", "另找一处出处来复核"));
    if (!found.some((finding) => finding.at === id)) faults.push(at(id, "列出了却没有用到", "去掉这一页"));
    if (seen > on) faults.push(at(id, "复核日期早于这一页的查看日期", "写复核的那一天"));
    return faults;
  });
}

/** http or https, with or without a last slash or an anchor: the same page. */
function isSamePage(a: string, b: string): boolean {
  const plain = (url: string) =>
    url
      .replace(/^https?:\/\//, "")
      .replace(/#.*$/, "")
      .replace(/\/$/, "");
  return plain(a) === plain(b);
}

function checkFindings({ file, front }: LibraryDocument, { against, found }: SecondLook): Fault[] {
  const at = (place: string, what: string, fix: string): Fault => ({ file, place, what, fix });
  const faults: Fault[] = [];
  for (const [index, fact] of front.facts.entries()) {
    const place = `facts第${index + 1}条`;
    const finding = found.find(({ blank }) => blank === blankOf(fact));
    if (!finding) faults.push(at(place, "复核时没有找过它", "复核这一条，补进checked.found；查不到的不写"));
    else if (!isSameValue(fact.value, finding.value))
      faults.push(
        at(place, `写的是“${fact.value}”，复核找到的是“${finding.value}”`, "查清哪一个对，记进docs/content-errors.csv"),
      );
  }
  for (const { blank, at: page } of found) {
    if (!front.facts.some((fact) => blankOf(fact) === blank))
      faults.push(at(`checked.found“${blank}”`, "没有这样一条事实", "事实改过就重新复核，或去掉这一条"));
    if (!against.some(({ id }) => id === page))
      faults.push(at(`checked.found“${blank}”`, `网页${page}没有列出`, "写进checked.against"));
  }
  return faults;
}
