import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf, monthOf } from "@/domain/calendar/shanghai";
import { groupBy } from "@/domain/grouping";
import { addressOf, TARGET_LABELS, targetName, type TakenDown } from "@/features/takedowns/view";
import type { TargetKind } from "@/features/takedowns/schema";
import type { ErratumRow, Names } from "./queries";

/** What was wrong and what it says now, as whoever reported it is answered; 已更正 stands before it. */
export function answerWords({ wrong, correct }: Pick<ErratumRow, "wrong" | "correct">): string {
  return `原来：${wrong}\n现在：${correct}`;
}

/** 版本1a2b3c4d of a document, 第3版 of a question. */
export function versionWords(kind: TargetKind, version: string): string {
  return kind === "question" ? `第${version}版` : `版本${version.slice(0, 8)}`;
}

/** One correction as the public record shows it. */
export type ErratumView = {
  id: string;
  what: string;
  /** Where it is read; null when there is no page, or it is taken down. */
  href: string | null;
  /** 2026年11月22日 */
  on: string;
  /** When and as which version it was published. */
  note: string;
  /** Null when it was revoked, or what it speaks of is taken down: `instead` says so. */
  words: { wrong: string; correct: string } | null;
  instead: string;
  isRevoked: boolean;
};

type Written = Pick<ErratumRow, "targetKind" | "wrong" | "correct" | "correctedOn" | "version" | "publishedAt">;

/** What the record will say of something that stands as it is; also the look before it is published. */
export function standingView(row: Written): Pick<ErratumView, "on" | "note" | "words" | "instead" | "isRevoked"> {
  const { targetKind, wrong, correct, correctedOn, version, publishedAt } = row;
  const published = businessDateOf(publishedAt);
  const day = published === correctedOn ? "" : `${formatFull(published)}登出，`;
  return {
    ...{ on: formatFull(correctedOn), note: `${day}${versionWords(targetKind, version)}` },
    ...{ words: { wrong, correct }, instead: "", isRevoked: false },
  };
}

const CHECKING = "这一条正在核对，改好以后重新放上来。";

function erratumView(row: ErratumRow, names: Names, down: TakenDown): ErratumView {
  const { id, targetKind, targetId, contentId, revokedAt, revokeReason } = row;
  const isDown = down.documents.has(contentId) || (targetKind === "question" && down.questions.has(targetId));
  const isTaught = names.documents.has(contentId) && !isDown;
  const standing = standingView(row);
  const what = { id, what: isDown ? `${TARGET_LABELS[targetKind]}（已撤下）` : nameOf(row, names) };
  const href = isTaught ? `/${contentId}` : null;
  if (revokedAt === null && !isDown) return { ...what, href, ...standing };
  const revoked = revokedAt && `这一条更正${formatFull(businessDateOf(revokedAt))}撤销了：${revokeReason}`;
  return { ...what, href, ...standing, words: null, isRevoked: revokedAt !== null, instead: revoked ?? CHECKING };
}

function nameOf({ targetKind, targetId }: ErratumRow, { documents, questions }: Names): string {
  const title = (targetKind === "question" ? questions : documents).get(targetId);
  if (title !== undefined) return targetName(targetKind, title);
  return targetKind === "question" ? "本单位的一道题" : `${TARGET_LABELS[targetKind]}（不再使用）`;
}

export type MonthOfErrata = { month: string; title: string; items: ErratumView[] };

/** The record by the month of publication, in the order of the rows. */
export function monthsOf(rows: readonly ErratumRow[], names: Names, down: TakenDown): MonthOfErrata[] {
  const months = groupBy(rows, (row) => monthOf(businessDateOf(row.publishedAt)));
  return [...months].map(([month, ofMonth]) => ({
    ...{ month, title: formatFull(month) },
    items: ofMonth.map((row) => erratumView(row, names, down)),
  }));
}

/** A correction on the page it speaks of. That of a question does not tell its answer beside the form that asks it. */
export type CorrectionLine = { id: string; text: string; href: string };

export function correctionLines(rows: readonly ErratumRow[]): CorrectionLine[] {
  return rows.map(({ id, targetKind, wrong, correct, correctedOn }) => {
    const on = formatFull(correctedOn);
    const text = targetKind === "question" ? `${on}更正了一道题。` : `${on}更正：原来“${wrong}”，现在“${correct}”。`;
    return { id, text, href: erratumHref(id) };
  });
}

/** To whoever had answered it. What it says is read in the record, where it can be revoked. */
export function readerMessage({ id, targetKind }: Pick<ErratumRow, "id" | "targetKind">) {
  const named = {
    ...{ entry: "一条天天谈", lesson: "一课", leaflet: "一张折页", film: "一部影片" },
    ...{ question: "一道题", story: "一篇厂情厂史" },
  };
  const what = named[targetKind];
  return {
    key: `erratum:${id}`,
    text: `你答过的${what}有一处更正，点开看原来怎样写、现在怎样写。`,
    href: erratumHref(id),
  };
}

export const ERRATA_PAGE = "/errata";

/** Where a correction stands in the record, on whichever page it is by then. */
export const erratumHref = (id: string): string => `${ERRATA_PAGE}?on=${id}#erratum-${id}`;

/** The address at which something is corrected in the console. */
export function correctingHref(kind: TargetKind, id: string): string {
  return `/committee/errata?on=${encodeURIComponent(addressOf(kind, id)?.slice(1) ?? `question/${id}`)}`;
}
