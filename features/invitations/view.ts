import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import type { InvitationBatch, IssuedInvitation } from "./mutations";
import type { Invitee } from "./queries/list-invitees";
import type { InviteeFilter } from "./schema";

const CHINESE = new Intl.Collator("zh-CN");

export const linkOf = (token: string, publicUrl: string): string => `${publicUrl}/invite/${token}`;

/** As they are handed out: by branch (by organisation where there is none), then by name. */
export function inOrder(issued: readonly IssuedInvitation[]): IssuedInvitation[] {
  const placeOf = ({ invitee }: IssuedInvitation): string => invitee.branch || invitee.organisation;
  return issued.toSorted(
    (one, other) =>
      CHINESE.compare(placeOf(one), placeOf(other)) || CHINESE.compare(one.invitee.name, other.invitee.name),
  );
}

/** What whoever issued them has to know. */
export function batchNotes({ issued, expiresAt, refused, left }: InvitationBatch): string[] {
  return [
    `共${issued.length}人，链接在${formatFull(businessDateOf(expiresAt))}前有效，每个只能用一次。`,
    "链接只在这里出现一次，系统里不保存。再发一次，这里的链接就打不开了。",
    "请交给本人，不要发在群里：拿到链接的人可以给这个账号设密码。",
    ...(refused === 0 ? [] : [`有${refused}人担任的职责高于你能办理的范围，没有发，请找上一级。`]),
    ...(left === 0 ? [] : [`一次最多500人，还有${left}人没有发。回到那一页选“还没有有效链接的”再办一次。`]),
  ];
}

export type InviteeView = { id: string; name: string; place: string; login: string; link: string; mayInvite: boolean };

/** Somebody who has not come in yet, as a row of the page. */
export function inviteeView(row: Invitee, mayInvite: boolean): InviteeView {
  const { id, name, branch, organisation, login, validUntil } = row;
  const link = validUntil === null ? "没有" : `${formatFull(businessDateOf(validUntil))}前有效`;
  return { id, name, place: branch || organisation || "还没有支部", login, link, mayInvite };
}

export const LINK_CHOICES: { value: InviteeFilter["link"]; label: string }[] = [
  { value: "all", label: "全部还没登录过的" },
  { value: "without", label: "还没有有效链接的" },
  { value: "with", label: "已经有有效链接的" },
];

/** The address of one page of the same choice. */
export function inviteesHref(path: string, filter: InviteeFilter, page: number): string {
  const chosen = Object.entries({ ...filter, page: String(page) }).filter(([, value]) => value !== "");
  return `${path}?${new URLSearchParams(chosen).toString()}`;
}
