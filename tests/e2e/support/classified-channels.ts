import type { Place } from "./world";

const NOBODYS = "00000000-0000-7000-8000-000000000000";

/** Ways of being reached, one's own and a branch's (classified-actions.ts). */
export const CHANNEL_ACTIONS = {
  addRobotAction: {
    kind: "console",
    input: ({ place }: { place: Place }) => ({
      ...{ branchId: place.branchId, kind: "wecom", name: "示例混入", secret: "" },
      address: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-example-mixed",
    }),
  },
  confirmEmailAction: { kind: "member", input: () => ({ code: "AAAA-AAAA" }) },
  keepBrowserAction: {
    kind: "member",
    input: () => ({ endpoint: "https://push.example/mixed", p256dh: "B".repeat(87), auth: "a".repeat(22) }),
  },
  removeBrowserAction: { kind: "member", input: () => ({ endpoint: "https://push.example/mixed" }) },
  removeEmailAction: { kind: "member", input: () => undefined },
  removeRobotAction: { kind: "console", input: () => ({ robotId: NOBODYS }) },
  requestEmailAction: { kind: "member", input: () => ({ address: "someone@mail.example" }) },
  setPushHourAction: {
    kind: "console",
    input: ({ place }: { place: Place }) => ({ branchId: place.branchId, at: "08:00" }),
  },
  testOwnAction: { kind: "member", input: () => ({ channel: "web-push" }) },
  testRobotAction: { kind: "console", input: () => ({ robotId: NOBODYS }) },
  turnChannelAction: { kind: "member", input: () => ({ channel: "email", to: "off" }) },
} as const;
