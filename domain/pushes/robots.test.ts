import { describe, expect, it } from "vitest";
import { maskRobot, robotAddress } from "./robots";

const WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-example-key-0001";
const DINGTALK = "https://oapi.dingtalk.com/robot/send?access_token=exampletoken0001";
const FEISHU = "https://open.feishu.cn/open-apis/bot/v2/hook/00000000-example-hook-0001";

describe("the address of a robot", () => {
  it.each([
    ["wecom", WECOM, WECOM],
    ["wecom", ` ${WECOM}\n`, WECOM],
    ["wecom", `${WECOM}&debug=1`, WECOM],
    ["dingtalk", DINGTALK, DINGTALK],
    ["dingtalk", `${DINGTALK}&timestamp=1&sign=x`, DINGTALK],
    ["feishu", FEISHU, FEISHU],
  ] as const)("of %s, pasted as %s, is kept", (kind, pasted, kept) => {
    expect(robotAddress(kind, pasted)).toBe(kept);
  });

  it.each([
    ["wecom", DINGTALK],
    ["dingtalk", FEISHU],
    ["feishu", WECOM],
    ["wecom", WECOM.replace("https", "http")],
    ["wecom", WECOM.replace("qyapi.weixin.qq.com", "qyapi.weixin.qq.com:8443")],
    ["wecom", WECOM.replace("qyapi.weixin.qq.com", "qyapi.weixin.qq.com.example")],
    ["wecom", WECOM.replace("qyapi.weixin.qq.com", "qyapi-weixin.qq.com")],
    ["wecom", WECOM.replace("qyapi", "user@qyapi")],
    ["wecom", WECOM.replace("https://", "https://127.0.0.1/?")],
    ["wecom", WECOM.replace("/cgi-bin/webhook/send", "/cgi-bin/webhook/../user/send")],
    ["wecom", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key="],
    ["feishu", `${FEISHU}/../../x`],
    ["feishu", `${FEISHU}?x=1`],
    ["feishu", "https://169.254.169.254/open-apis/bot/v2/hook/00000000-example"],
    ["dingtalk", ""],
  ] as const)("of %s is not %s", (kind, pasted) => {
    expect(robotAddress(kind, pasted)).toBeNull();
  });

  it("is shown by its host and its last four signs", () => {
    expect(maskRobot(WECOM)).toBe("qyapi.weixin.qq.com，尾号0001");
  });
});
