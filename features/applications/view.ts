import { formatFull, formatInstant } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Fit } from "@/domain/people/applicant";
import type { OwnApplication } from "./queries/find-application";
import type { DecidedApplication, OpenApplication } from "./queries/list-applications";

const STATE_LABELS = { accepted: "已通过", refused: "没有通过", withdrawn: "本人撤回" } as const;

/** What the approver has to know about an applicant, without anything about a person of another branch. */
const FIT_WORDS: Readonly<Record<Fit, string>> = {
  new: "名单上没有这个登录名，通过以后登记为本支部的新人。",
  here: "就是本支部名单上的这个人：姓名和登录名都对得上，通过以后用名单上的登记。",
  unplaced: "全区名单上有这个人，还没有支部。通过以后编入本支部。",
  elsewhere: "全区名单上有这个人，组织关系在别的支部。要先办转接，转过来以后才能通过。",
  departed:
    "这个登录名是一位已经转出的同志的，现在不能通过。是本人回来了，请工委在人员页给他办转入，转入本支部以后这份申请就能通过；号码换了人的，请工委先在那里去掉这个登录名。",
  appointed:
    "全区名单上有这个人，他担任着职务，或者已经定了要担任，他的账号不是你能开的，不能通过。请由任命他的同志发邀请。",
  taken: "这个登录名已经登记给一个账号，不能通过。请当面核对：本人登录过的，请他直接登录；写错的，请他重新填。",
};

export type OpenView = {
  id: string;
  name: string;
  login: string;
  at: string;
  fit: Fit;
  words: string;
  warnings: string[];
  mayAccept: boolean;
};

export function openView(row: OpenApplication): OpenView {
  const { id, name, login, fit, doubles, namesakes } = row;
  return {
    ...{ id, name, login, fit, at: formatInstant(row.createdAt), words: FIT_WORDS[fit] },
    mayAccept: fit === "new" || fit === "here" || fit === "unplaced",
    warnings: [
      ...(doubles > 0 ? [`同一个登录名还有${doubles}份申请在等，只能通过一份，请问清本人交的是哪一份。`] : []),
      ...(namesakes.length > 0
        ? [`本支部名单上有同名的人，登录名是${namesakes.join("、")}。是同一个人的，请先改名单上的登录名。`]
        : []),
    ],
  };
}

export type DecidedView = { id: string; name: string; login: string; what: string; reason: string; at: string };

export function decidedView({ id, name, login, state, reason, decidedAt }: DecidedApplication): DecidedView {
  return { id, name, login, reason, what: STATE_LABELS[state], at: decidedAt ? formatInstant(decidedAt) : "" };
}

export type StatusView = {
  name: string;
  branch: string;
  at: string;
  state: "open" | "accepted" | "in" | "refused" | "withdrawn";
  reason: string;
};

/** What the applicant sees. */
export function statusView({ name, branch, createdAt, state, reason, isIn }: OwnApplication): StatusView {
  return { name, branch, reason, at: formatInstant(createdAt), state: state === "accepted" && isIn ? "in" : state };
}

export const joinLinkOf = (token: string, publicUrl: string): string => `${publicUrl}/join/${token}`;

export const dayOf = (at: Date): string => formatFull(businessDateOf(at));
