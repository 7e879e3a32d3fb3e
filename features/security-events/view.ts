import type { SecurityEventKind } from "./mutations";

const EVENT_LABELS: Readonly<Record<SecurityEventKind, string>> = {
  "signed-in": "登录",
  "sign-in-refused": "登录被拒：登录名或密码不对",
  "sign-in-throttled": "登录被拒：试得太多",
  "invitation-accepted": "接受邀请，第一次设密码",
  "invitation-refused": "邀请被拒",
  "code-redeemed": "用一次性口令设了新密码",
  "code-refused": "一次性口令被拒",
  "oidc-linked": "关联了统一身份",
};

/** The label of a kind as stored; a kind this version does not know shows as it is. */
export function eventLabel(kind: string): string {
  return kind in EVENT_LABELS ? EVENT_LABELS[kind as SecurityEventKind] : kind;
}
