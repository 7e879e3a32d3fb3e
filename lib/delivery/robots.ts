import { createHmac } from "node:crypto";
import type { RobotKind } from "@/domain/pushes/channels";
import { dead, delivered, retry, type Channel, type Letter, type Outcome, type Target } from "./channel";
import type { Answer, Post } from "./post";

/**
 * Robots of groups in WeCom, DingTalk and Feishu. A target is `{ address, secret }`; an empty secret is not signed with.
 * All three answer 200 to a refusal and say why in a number.
 */

/** What the three allow is 2,048, 20,000 and 20,000 bytes; the smallest serves for all. */
const MOST_BYTES = 2048;
const END = "…";

/** The text of a message: title, body, way to the page. What is too long is cut from the body, never from the way. */
export function robotText({ title, body, url }: Letter): string {
  const around = [title, "", url].filter((line, at) => at === 1 || line !== "").join("\n");
  const room = MOST_BYTES - Buffer.byteLength(around);
  return [title, cut(body, room), url].filter((line) => line !== "").join("\n");
}

function cut(text: string, room: number): string {
  if (Buffer.byteLength(text) <= room) return text;
  let kept = "";
  let left = room - Buffer.byteLength(END);
  for (const sign of text) {
    left -= Buffer.byteLength(sign);
    if (left < 0) break;
    kept += sign;
  }
  return kept + END;
}

type Call = { url: string; body: string };

/** The request for one message at one instant. */
export function robotCall(kind: RobotKind, letter: Letter, { address = "", secret = "" }: Target, now: Date): Call {
  const text = robotText(letter);
  if (kind === "feishu") {
    const content = { msg_type: "text", content: { text } };
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const signed = secret === "" ? {} : { timestamp, sign: feishuSign(timestamp, secret) };
    return { url: address, body: JSON.stringify({ ...signed, ...content }) };
  }
  const body = JSON.stringify({ msgtype: "text", text: { content: text } });
  if (kind === "wecom" || secret === "") return { url: address, body };
  const timestamp = String(now.getTime());
  const sign = encodeURIComponent(dingtalkSign(timestamp, secret));
  return { url: `${address}&timestamp=${timestamp}&sign=${sign}`, body };
}

/** DingTalk signs `timestamp\nsecret` with the secret. */
const dingtalkSign = (timestamp: string, secret: string): string =>
  createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");

/** Feishu signs nothing with `timestamp\nsecret`. */
const feishuSign = (timestamp: string, secret: string): string =>
  createHmac("sha256", `${timestamp}\n${secret}`).update("").digest("base64");

/** Too many messages: how long each of them wants to be left alone, in seconds. DingTalk shuts a robot out for ten minutes. */
const TOO_MANY: Readonly<Record<RobotKind, Readonly<Record<number, number>>>> = {
  wecom: { 45009: 60 },
  dingtalk: { 130101: 600, 410100: 600 },
  feishu: { 11232: 60 },
};
const BUSY = -1;

/** The robot was taken out of its group. */
const GONE: Readonly<Record<RobotKind, number>> = { wecom: 93000, dingtalk: 300001, feishu: 19001 };

/** What an answer means. */
export function robotOutcome(kind: RobotKind, answer: Answer): Outcome {
  const { status, retryAfterSeconds: afterSeconds } = answer;
  if (status === 429) return retry("对方说发得太快（429）", { afterSeconds });
  if (status >= 500) return retry(`对方出了故障（${status}）`, { afterSeconds, outage: true });
  const reply = parse(answer.text);
  const code = reply.errcode ?? reply.code;
  if (code === undefined) return status === 200 ? retry("对方的回音看不懂") : dead(`对方没有收（${status}）`);
  if (code === 0 && status === 200) return delivered;
  return refusal(kind, code, reply.errmsg ?? reply.msg ?? "");
}

function refusal(kind: RobotKind, code: number, message: string): Outcome {
  const words = `${code} ${message}`.trim();
  const pause = TOO_MANY[kind][code];
  if (pause !== undefined) return retry(`对方说发得太快（${words}）`, { afterSeconds: pause });
  if (code === BUSY) return retry(`对方系统忙（${words}）`, { outage: true });
  return dead(`对方没有收（${words}）`, { gone: code === GONE[kind] });
}

type Reply = { errcode?: number; code?: number; errmsg?: string; msg?: string };

function parse(text: string): Reply {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The channel of one product; `post` and `clock` are what tests replace. */
export function robotChannel(kind: RobotKind, { post, clock }: { post: Post; clock: () => Date }): Channel {
  return {
    send: async (letter, target) => {
      try {
        return robotOutcome(kind, await post(robotCall(kind, letter, target, clock())));
      } catch (error) {
        return retry(`连不上对方：${error instanceof Error ? error.message : String(error)}`, { outage: true });
      }
    },
  };
}
