import type { TargetKind } from "./schema";

export const TARGET_LABELS: Readonly<Record<TargetKind, string>> = {
  entry: "天天谈",
  lesson: "课程",
  leaflet: "折页",
  film: "影片",
  question: "题目",
  story: "厂情厂史",
};

/**
 * Every static page that can show something of an entry, a lesson, a leaflet or a question, as `revalidatePath` takes it: the page
 * itself, its neighbours, the leaves of the days, the archives. A takedown is rare, so all of them are rendered anew.
 */
export const READING_PAGES: readonly (readonly [path: string, kind?: "page"])[] = [
  ["/(public)/today/[date]", "page"],
  ["/(public)/daily/[monthDay]", "page"],
  ["/(public)/lessons/[course]/[slug]", "page"],
  ["/daily"],
  ["/(public)/leaflets/[slug]", "page"],
  ["/lessons"],
  ["/leaflets"],
];

/** 天天谈《国家公祭日》, 题目：遵义会议是哪一天开幕的？ */
export function targetName(kind: TargetKind, title: string): string {
  return kind === "question" ? `${TARGET_LABELS.question}：${title}` : `${TARGET_LABELS[kind]}《${title}》`;
}

/** Where a document stands; null for a question, which has no page of its own. */
export function addressOf(kind: TargetKind, id: string): string | null {
  return kind === "question" ? null : `/${id}`;
}

/** What is taken down now, by id. */
export type TakenDown = { documents: ReadonlySet<string>; questions: ReadonlySet<string> };

export const NOTHING_TAKEN_DOWN: TakenDown = { documents: new Set(), questions: new Set() };
