import "server-only";
import { formatDay } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateBranch } from "@/features/access/gates/page";
import { TARGET_LABELS } from "@/features/assignments/view";
import { findBranchName } from "@/features/branches/queries";
import { findLibraryDocument } from "@/features/library/queries";
import { getOwnProfile } from "@/features/members/queries";
import { findTakenDown } from "@/features/takedowns/queries";
import { now } from "@/lib/clock";
import { toHtml } from "@/lib/markdown/html";
import { paperKey, paperQuestion, type PaperQuestion } from "./document";
import { findPrintedPaper, listAskedOf, listPrintable, type Printable } from "./queries";

/** One assigned text, or quiz, with its questions. */
export type Piece = {
  id: string;
  title: string;
  kindName: string;
  due: string;
  note: string;
  /** Empty for a quiz. */
  html: string;
  sources: string[];
  questions: PaperQuestion[];
  /** Answers, for the officer's own page. */
  keys: string[];
};

export type SheetPage = {
  who: string;
  place: string;
  choices: { id: string; title: string; kindName: string; due: string; isChosen: boolean }[];
  pieces: Piece[];
  /** Titles of what was asked for and cannot be printed, each with its reason. */
  left: string[];
};

/** Without a choice, the few that are due next: a text is one to three pages. */
const MOST_UNASKED = 2;

/** 打印学习单: assigned texts with their questions and boxes, and the answers apart. */
export async function loadStudySheet(wanted: readonly string[]): Promise<SheetPage> {
  const { session, scope } = await gateBranch("/branch/sheet");
  const today = businessDateOf(now());
  const [profile, place, printable, takenDown] = await Promise.all([
    getOwnProfile(session, now()),
    findBranchName(scope),
    listPrintable(scope, today),
    findTakenDown(),
  ]);
  const chosen =
    wanted.length === 0 ? printable.slice(0, MOST_UNASKED) : printable.filter(({ id }) => wanted.includes(id));
  const made = await Promise.all(chosen.map((row) => pieceOf(row, takenDown.documents)));
  const ids = new Set(chosen.map(({ id }) => id));
  return {
    ...{ who: profile.name, place },
    choices: printable.map((row) => ({ id: row.id, title: row.title, ...labels(row), isChosen: ids.has(row.id) })),
    pieces: made.filter((piece) => typeof piece !== "string"),
    left: made.filter((piece) => typeof piece === "string"),
  };
}

const labels = ({ targetKind, dueOn }: Printable) => ({
  kindName: TARGET_LABELS[targetKind],
  due: `${formatDay(dueOn)}前`,
});

async function pieceOf(row: Printable, down: ReadonlySet<string>): Promise<Piece | string> {
  const { id, targetKind, targetId, title, note } = row;
  const base = { id, title, note, ...labels(row) };
  if (targetKind === "quiz") {
    const versions = await findPrintedPaper(targetId, `sheet:${id}`);
    if (versions === null) return `“${title}”要在手机上答，没有印出来`;
    const [questions, keys] = [versions.map(paperQuestion), versions.map(paperKey)];
    return { ...base, html: "", sources: [], questions, keys };
  }
  const document = findLibraryDocument(targetId);
  if (document === null || down.has(targetId)) return `《${title}》正在核对，没有印出来`;
  const versions = await listAskedOf(targetId);
  return {
    ...base,
    html: toHtml(document.markdown, []),
    sources: document.front.sources.map((source) => `${source.title}，${source.publisher}`),
    ...{ questions: versions.map(paperQuestion), keys: versions.map(paperKey) },
  };
}
