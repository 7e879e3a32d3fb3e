import { formatFull, formatInstant } from "@/domain/calendar/labels";
import { CONSENT_BY_LABELS, CONSENT_HOW_LABELS, CONTACT_KIND_LABELS } from "@/domain/projects/consent";
import type { ChartProps } from "@/components/charts/chart-table";
import { donePercent, publishedOf, tally, type Tally } from "@/domain/projects/tallies";
import { CATEGORY_LABELS, PROJECT_KIND_LABELS, PROJECT_KINDS, PROJECT_STATE_LABELS } from "@/domain/projects/types";
import {
  CLAIM_STATE_LABELS,
  claimAfter,
  deciderFault,
  STATION_ACTS,
  type ClaimState,
  type StationAct,
} from "@/domain/projects/claims";
import { AppError } from "@/lib/errors";
import { jsonReply } from "@/lib/problem";
import type { ShownContact } from "./mutations/look-at-contact";
import type { CountedProject } from "./queries/figures";
import type { SentProject } from "./queries/list-sent";
import type { ClaimReply } from "./schema";
import type { Claim, ContactForm, Project, ProjectText } from "./types";

type Typed = ProjectText & Omit<ContactForm, "isUnder14"> & { isUnder14: "yes" | "no" };

/** A form's fields, apart: what everybody will read, and what only the approved claimant will. */
export function formParts(typed: Typed): { text: ProjectText; contact: ContactForm } {
  const { kind, area, category, title, need, conditions, days } = typed;
  const { isUnder14, contactKind, contactName, contactAddress, contactPhone } = typed;
  const { consentBy, consentOn, consentHow } = typed;
  return {
    text: { kind, area, category, title, need, conditions, days },
    contact: {
      ...{ isUnder14: isUnder14 === "yes", contactKind, contactName, contactAddress, contactPhone },
      ...{ consentBy, consentOn, consentHow },
    },
  };
}

/** A line of the station's list. */
export type ProjectLine = {
  id: string;
  title: string;
  kind: string;
  area: string;
  category: string;
  state: string;
  at: string;
};

export function projectLine(project: Project): ProjectLine {
  const { id, title, area } = project;
  return {
    ...{ id, title, area, kind: PROJECT_KIND_LABELS[project.kind], category: CATEGORY_LABELS[project.category] },
    ...{ state: PROJECT_STATE_LABELS[project.state], at: formatInstant(project.createdAt) },
  };
}

/** A line of what a village sent by its link. */
export type SentLine = {
  id: string;
  title: string;
  state: string;
  at: string;
  isReturned: boolean;
  why: string | null;
};

export function sentLine({ id, kind, title, state, reason, createdAt }: SentProject): SentLine {
  const isReturned = state === "returned";
  return {
    ...{ id, title: title ?? `一个${PROJECT_KIND_LABELS[kind]}`, state: PROJECT_STATE_LABELS[state] },
    ...{ at: formatInstant(createdAt), isReturned },
    why: isReturned ? (reason === null ? "退回的原因请问工作站" : `退回的原因：${reason}`) : null,
  };
}

/** Everything the station may know of the contact: whose it is, who agreed, until when it is kept. */
export function consentWords(project: Project): string[] {
  const { contactKind, consentBy, consentOn, consentHow, isUnder14, contactEndsOn } = project;
  return [
    `联系：${CONTACT_KIND_LABELS[contactKind]}${isUnder14 ? "，未满14岁" : ""}`,
    `${CONSENT_BY_LABELS[consentBy]}${formatFull(consentOn)}${CONSENT_HOW_LABELS[consentHow]}同意`,
    ...(contactKind === "station"
      ? []
      : [
          contactEndsOn === null
            ? "联系方式已经按期删除。还要用的，先再次征得同意，再登记一次"
            : `姓名、住址和电话加密存着，只给认领获准的人看，最晚${formatFull(contactEndsOn)}删除`,
        ]),
  ];
}

/** What happens next, for the claimant. */
const NEXT: Readonly<Record<ClaimState, (claim: Claim) => string>> = {
  waiting: ({ ahead }) => `前面还有${ahead}个，轮到了会告诉你`,
  held: ({ station }) => `等${station}同意，同意了就能看联系方式`,
  approved: ({ reason, dueOn }) => `${said(reason)}约好时间去办，${formatFull(dueOn ?? "")}以前办完，或者写一条进展`,
  done: ({ station }) => `等${station}确认`,
  confirmed: ({ pointsAwarded }) => (pointsAwarded > 0 ? `办成了，积${pointsAwarded}分` : "办成了，谢谢"),
  withdrawn: () => "你放回了，不记过失",
  refused: ({ reason }) => `工作站没有同意：${reason}`,
  released: ({ reason }) => `放回了，不记过失：${reason}`,
  closed: ({ reason }) => reason || "项目已经结束",
};

const said = (reason: string): string => (reason === "" ? "" : `工作站说：${reason}。`);

/** A claim as its claimant reads it, on the page and by the API. */
export function claimView(claim: Claim): ClaimReply {
  const { id, projectId, title, kind, area, station, claimantKind, state, ahead, dueOn } = claim;
  const { completion, reason, thanks, pointsAwarded } = claim;
  return {
    ...{ id, projectId, title, kind, area, station, as: claimantKind, state, ahead, dueOn },
    ...{ completion, reason, thanks, pointsAwarded, label: CLAIM_STATE_LABELS[state], next: NEXT[state](claim) },
    claimant: claimantKind === "member" ? "我自己" : claim.claimant,
    notes: claim.notes.map(({ text, at }) => ({ text, at: at.toISOString() })),
  };
}

/** The contact as the approved claimant reads it. */
export function contactView(contact: ShownContact) {
  return contact.kind === "person" ? contact : { ...contact, name: "", address: "", phone: "" };
}

/** Throws unless the claim is the caller's: another's is not there. */
export function ownClaimOr404(claim: Claim | null): Claim {
  if (claim === null) throw new AppError("not-found", "没有这份认领。");
  return claim;
}

/** The reply to an act on an own claim: the claim as it stands now, or why nothing was done. */
export function ownClaimReply(result: { ok: true } | { ok: false; detail: string }, claim: Claim | null): Response {
  if (!result.ok) throw new AppError("conflict", result.detail);
  return jsonReply(claimView(ownClaimOr404(claim)));
}

/** A claim as the station reads it, with what it may say now. */
export type DeskClaim = {
  id: string;
  who: string;
  state: string;
  at: string;
  dueOn: string | null;
  notes: string[];
  completion: string;
  reason: string;
  acts: StationAct[];
  /** Why this person says nothing to it. */
  whyNot: string | null;
};

export function deskClaim(claim: Claim, actorId: string): DeskClaim {
  const { id, claimant, claimantKind, state, completion, reason, dueOn } = claim;
  const acts = STATION_ACTS.filter((act) => claimAfter(act, state) !== null);
  const kind = { member: "", branch: "（支部）", organisation: "（单位）" }[claimantKind];
  const whyNot = acts.length === 0 ? null : deciderFault(claim, actorId);
  return {
    ...{ id, completion, reason, whyNot, who: `${claimant}${kind}`, state: CLAIM_STATE_LABELS[state] },
    ...{ at: formatInstant(claim.claimedAt), dueOn: dueOn === null ? null : formatFull(dueOn) },
    notes: claim.notes.map(({ text, at }) => `${formatInstant(at)}：${text}`),
    acts: whyNot === null ? acts : [],
  };
}

export const lookWords = ({ name, at }: { name: string; at: Date }): string => `${formatInstant(at)}，${name}看过`;

type Chart = Pick<ChartProps, "heads" | "points" | "caption" | "words">;

/** Shares of the published that are done, over the counts. */
export function doneChart(caption: string, axis: string, lines: readonly Tally[]): Chart {
  const shown = lines.map((line) => ({ line, percent: donePercent(line) }));
  return {
    caption,
    words: `${shown.map(({ line, percent }) => `${line.key}${percent === null ? "还没有发布的" : `${percent}%`}`).join("，")}。`,
    heads: [axis, "发布过", "已办成", "有人在办", "待认领", "等审或退回", "已撤回"],
    points: shown.map(({ line, percent }) => ({
      ...{ label: line.key, percent },
      cells: [
        ...[publishedOf(line), line.counts.confirmed, line.counts.taken, line.counts.open],
        ...[line.counts.waiting, line.counts.withdrawn],
      ].map(String),
    })),
  };
}

/** By kind, and by village. */
export function talliesOf(projects: readonly CountedProject[]): { byKind: Tally[]; byArea: Tally[] } {
  return {
    byKind: tally(
      projects,
      ({ kind }) => PROJECT_KIND_LABELS[kind],
      PROJECT_KINDS.map((kind) => PROJECT_KIND_LABELS[kind]),
    ),
    byArea: tally(projects, ({ area }) => area),
  };
}
