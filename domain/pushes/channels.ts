/**
 * The ways out of the product, and how many messages a minute each of them bears. WeCom and DingTalk refuse more than
 * twenty a minute from one robot, Feishu more than a hundred; a mail server is spared as well.
 */
export const ROBOT_KINDS = ["wecom", "dingtalk", "feishu"] as const;
export type RobotKind = (typeof ROBOT_KINDS)[number];

export const CHANNEL_KINDS = ["email", "web-push", ...ROBOT_KINDS] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** What a person can turn off. What concerns the account stands in the inbox all the same. */
export const PERSONAL_CHANNELS = ["inbox", "email", "web-push"] as const;
export type PersonalChannel = (typeof PERSONAL_CHANNELS)[number];

export const ROBOT_LABELS: Readonly<Record<RobotKind, string>> = Object.freeze({
  wecom: "企业微信",
  dingtalk: "钉钉",
  feishu: "飞书",
});

const PER_MINUTE: Readonly<Record<ChannelKind, number>> = Object.freeze({
  email: 60,
  "web-push": 300,
  wecom: 20,
  dingtalk: 20,
  feishu: 100,
});

export function isRobot(kind: ChannelKind): kind is RobotKind {
  return (ROBOT_KINDS as readonly string[]).includes(kind);
}

/**
 * What shares one limit, and one silence: each robot has its own, all e-mail goes through one server, and browsers go by
 * the push service of their maker. `way` is the robot's id or the service's host.
 */
export function laneOf(kind: ChannelKind, way: string): string {
  return kind === "email" ? kind : `${kind}:${way}`;
}

/** How many more may go out of a lane now, when so many were tried within the last minute. */
export function roomIn(kind: ChannelKind, triedLastMinute: number): number {
  return Math.max(0, PER_MINUTE[kind] - triedLastMinute);
}
