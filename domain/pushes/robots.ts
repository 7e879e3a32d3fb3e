import type { RobotKind } from "./channels";

/**
 * The address of a group's robot, as the three products give it out: one host each, https, one path, one key. Whatever
 * else stands in a pasted address is left out; an address of any other form is refused, so that the server calls nobody
 * else.
 *
 * Example: `https://oapi.dingtalk.com/robot/send?access_token=x&from=y` is kept as
 * `https://oapi.dingtalk.com/robot/send?access_token=x`.
 */
const ROBOT_HOSTS: Readonly<Record<RobotKind, string>> = Object.freeze({
  wecom: "qyapi.weixin.qq.com",
  dingtalk: "oapi.dingtalk.com",
  feishu: "open.feishu.cn",
});

const KEY = "([A-Za-z0-9_-]{8,128})";
const rest = "(?:&[^#\\s]*)?";

const FORMS: Readonly<Record<RobotKind, RegExp>> = Object.freeze({
  wecom: new RegExp(`^https://qyapi\\.weixin\\.qq\\.com(/cgi-bin/webhook/send\\?key=)${KEY}${rest}$`, "u"),
  dingtalk: new RegExp(`^https://oapi\\.dingtalk\\.com(/robot/send\\?access_token=)${KEY}${rest}$`, "u"),
  feishu: new RegExp(`^https://open\\.feishu\\.cn(/open-apis/bot/v2/hook/)${KEY}$`, "u"),
});

/** The address as it is kept; null when it is none of this product. */
export function robotAddress(kind: RobotKind, pasted: string): string | null {
  const found = FORMS[kind].exec(pasted.trim());
  return found === null ? null : `https://${ROBOT_HOSTS[kind]}${found[1] ?? ""}${found[2] ?? ""}`;
}

/** A robot without its key: host and the last four signs. */
export function maskRobot(address: string): string {
  return `${address.split("/")[2] ?? ""}，尾号${address.slice(-4)}`;
}

/** DingTalk and Feishu sign with a secret; WeCom has none. */
export const SIGNING_ROBOTS: readonly RobotKind[] = Object.freeze(["dingtalk", "feishu"] as const);
