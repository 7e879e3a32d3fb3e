import "server-only";
import { can } from "@/domain/access/can";
import { formatFull, formatInstant } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateCommittee } from "@/features/access/gates/page";
import { currentSession } from "@/features/access/gates/session";
import { findAcceptedLibrary, findLoadedLibrary } from "@/features/installation/queries";
import { getOwnProfile } from "@/features/members/queries";
import { findTakenDown, findTargetTitle, listActiveTakedowns, type TakedownRow } from "@/features/takedowns/queries";
import { addressOf, TARGET_LABELS, targetName } from "@/features/takedowns/view";
import { now } from "@/lib/clock";
import {
  countDueFeedback,
  countOpenFeedback,
  listAnsweredFeedback,
  listOpenFeedback,
  type FeedbackRow,
} from "./queries";
import { feedbackGroups, promiseWords, targetOf, titleKey, type FeedbackGroup, type Target } from "./view";

export type ReportPage = {
  target: (Target & { what: string; back: string }) | null;
  isSignedIn: boolean;
  /** Until when an answer comes. */
  promise: string;
};

/** 报告错误: what the report is about. The title of something taken down is not told. */
export async function loadReport(on: string): Promise<ReportPage> {
  const isSignedIn = (await currentSession()) !== null;
  const target = targetOf(on);
  const title = target && (await findTargetTitle(target.kind, target.id));
  const promise = promiseWords(businessDateOf(now()));
  if (!target || title === null) return { target: null, isSignedIn, promise };
  const { documents, questions } = await findTakenDown();
  const isDown = (target.kind === "question" ? questions : documents).has(target.id);
  const what = isDown ? `${TARGET_LABELS[target.kind]}（已撤下）` : targetName(target.kind, title ?? "");
  return { target: { ...target, what, back: target.kind === "question" ? "/" : `/${target.id}` }, isSignedIn, promise };
}

/** 意见建议. */
export async function loadSuggestions(): Promise<{ isSignedIn: boolean; promise: string }> {
  return { isSignedIn: (await currentSession()) !== null, promise: promiseWords(businessDateOf(now())) };
}

export type CommitteeDesk = {
  who: string;
  place: string;
  may: { answer: boolean; correct: boolean; takeDown: boolean; accept: boolean };
  openCount: number;
  /** How many of them are due today or overdue. */
  dueCount: number;
  open: FeedbackGroup[];
  answered: FeedbackGroup[];
  takedowns: { id: string; what: string; href: string | null; reason: string; at: string }[];
  library: { digest: string; accepted: { reviewer: string; on: string; isCurrent: boolean } | null } | null;
};

/** 反馈与内容: what was reported, what is taken down, which library is accepted. */
export async function loadCommitteeDesk(): Promise<CommitteeDesk> {
  const { session, actor, grant } = await gateCommittee("/committee/feedback");
  const today = businessDateOf(now());
  const [profile, open, openCount, dueCount, answered, takedowns, digest, accepted] = await Promise.all([
    getOwnProfile(session, now()),
    listOpenFeedback(),
    countOpenFeedback(),
    countDueFeedback(today),
    listAnsweredFeedback(),
    listActiveTakedowns(),
    findLoadedLibrary(),
    findAcceptedLibrary(),
  ]);
  const content = { kind: "content" } as const;
  return {
    who: profile.name,
    place: profile.roles.find((role) => role.id === grant.id)?.scopeName ?? "",
    may: {
      answer: can(actor, "feedback.answer", content),
      correct: can(actor, "erratum.publish", content),
      takeDown: can(actor, "content.take-down", content),
      accept: can(actor, "content.accept-library", content),
    },
    ...{ openCount, dueCount },
    open: feedbackGroups(open, await titlesOf(open), today),
    answered: feedbackGroups(answered, await titlesOf(answered), today),
    takedowns: await Promise.all(takedowns.map(takedownView)),
    library:
      digest === null
        ? null
        : {
            digest,
            accepted: accepted && {
              reviewer: accepted.reviewer,
              on: formatFull(accepted.on),
              isCurrent: accepted.digest === digest,
            },
          },
  };
}

async function titlesOf(rows: readonly FeedbackRow[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const row of rows) {
    if (row.targetKind === "product" || titles.has(titleKey(row))) continue;
    titles.set(titleKey(row), (await findTargetTitle(row.targetKind, row.targetId)) ?? row.targetId);
  }
  return titles;
}

async function takedownView(row: TakedownRow): Promise<CommitteeDesk["takedowns"][number]> {
  const title = (await findTargetTitle(row.targetKind, row.targetId)) ?? row.targetId;
  return {
    id: row.id,
    what: targetName(row.targetKind, title),
    href: addressOf(row.targetKind, row.targetId),
    reason: row.reason,
    at: formatInstant(row.takenAt),
  };
}
