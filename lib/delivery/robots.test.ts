import { describe, expect, it } from "vitest";
import type { RobotKind } from "@/domain/pushes/channels";
import { robotCall, robotOutcome, robotText } from "./robots";

const LETTER = { title: "党史天天谈：示例", body: "示例内容", url: "https://learn.example/daily/11-22" };
const TEXT = "党史天天谈：示例\n示例内容\nhttps://learn.example/daily/11-22";
const NOW = new Date(1_599_360_473_000);

describe("the request", () => {
  // https://developer.work.weixin.qq.com/document/path/91770 (群机器人配置说明): text, at most 2,048 bytes, UTF-8.
  it("to WeCom", () => {
    const address = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
    expect(robotCall("wecom", LETTER, { address, secret: "" }, NOW)).toEqual({
      url: address,
      body: JSON.stringify({ msgtype: "text", text: { content: TEXT } }),
    });
  });

  // https://open.dingtalk.com/document/robots/customize-robot-security-settings (加签): the value is what the Python
  // sample there prints for its secret, with this timestamp.
  it("to DingTalk, signed in its address", () => {
    const address = "https://oapi.dingtalk.com/robot/send?access_token=XXXXXX";
    expect(robotCall("dingtalk", LETTER, { address, secret: "this is secret" }, NOW)).toEqual({
      url: `${address}&timestamp=1599360473000&sign=hXZTWifRGHclNuZSKxoXc%2F%2Fsh51SWfVfRIhcdeKs63I%3D`,
      body: JSON.stringify({ msgtype: "text", text: { content: TEXT } }),
    });
    expect(robotCall("dingtalk", LETTER, { address, secret: "" }, NOW).url).toBe(address);
  });

  // https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot (签名校验): the value is what the Python sample
  // there prints for this timestamp and the secret `demo`.
  it("to Feishu, signed in its body", () => {
    const address = "https://open.feishu.cn/open-apis/bot/v2/hook/xxxxxxxxxxxxxxxxx";
    expect(robotCall("feishu", LETTER, { address, secret: "demo" }, NOW)).toEqual({
      url: address,
      body: JSON.stringify({
        ...{ timestamp: "1599360473", sign: "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=" },
        ...{ msg_type: "text", content: { text: TEXT } },
      }),
    });
  });
});

describe("the text", () => {
  it("is cut to 2,048 bytes between two signs, and the way to the page stays", () => {
    const text = robotText({ ...LETTER, body: "史".repeat(2000) });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
    expect(Buffer.byteLength(text)).toBeGreaterThan(2040);
    expect(text.endsWith("史…\nhttps://learn.example/daily/11-22")).toBe(true);
  });
  it("stays whole when it just fits", () => {
    const room = 2048 - Buffer.byteLength(TEXT) + Buffer.byteLength("示例内容");
    expect(Buffer.byteLength(robotText({ ...LETTER, body: "a".repeat(room) }))).toBe(2048);
  });
  it("has no empty lines where something is missing", () => {
    expect(robotText({ title: "甲", body: "", url: "" })).toBe("甲");
  });
});

describe("an answer", () => {
  const of = (kind: RobotKind, status: number, reply: unknown, retryAfterSeconds: number | null = null) =>
    robotOutcome(kind, { status, retryAfterSeconds, text: typeof reply === "string" ? reply : JSON.stringify(reply) });

  it.each([
    ["wecom", { errcode: 0, errmsg: "ok" }],
    ["dingtalk", { errcode: 0, errmsg: "ok" }],
    ["feishu", { code: 0, msg: "success", data: {}, StatusCode: 0 }],
  ] as const)("of %s that it was delivered", (kind, reply) => {
    expect(of(kind, 200, reply)).toEqual({ state: "delivered" });
  });

  it.each([
    ["wecom", 200, { errcode: 45009, errmsg: "api freq out of limit" }, 60, false],
    ["dingtalk", 200, { errcode: 130101, errmsg: "send too fast, exceed 20 times per minute" }, 600, false],
    ["feishu", 200, { code: 11232, msg: "frequency limited" }, 60, false],
    ["wecom", 429, "", 30, false],
    ["dingtalk", 500, "<html>", null, true],
    ["wecom", 200, { errcode: -1, errmsg: "system busy" }, null, true],
    ["wecom", 200, "<html>", null, false],
  ] as const)("of %s with %i and %j is tried again", (kind, status, reply, afterSeconds, outage) => {
    expect(of(kind, status, reply, status === 429 ? 30 : null)).toMatchObject({ state: "retry", afterSeconds, outage });
  });

  it.each([
    ["wecom", 200, { errcode: 93000, errmsg: "invalid webhook url" }, true],
    ["dingtalk", 200, { errcode: 300001, errmsg: "token is not exist" }, true],
    ["dingtalk", 200, { errcode: 310000, errmsg: "sign not match" }, false],
    ["feishu", 400, { code: 19001, msg: "param invalid: incoming webhook access token invalid" }, true],
    [
      "feishu",
      200,
      { code: 19021, msg: "sign match fail or timestamp is not within one hour from current time" },
      false,
    ],
    ["feishu", 200, { code: 9499, msg: "Bad Request", data: {} }, false],
    ["wecom", 302, "", false],
    ["wecom", 404, "", false],
  ] as const)("of %s with %i and %j is final", (kind, status, reply, gone) => {
    expect(of(kind, status, reply)).toMatchObject({ state: "dead", gone });
  });
});
