import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RobotKind } from "@/domain/pushes/channels";
import type { BranchScope } from "@/features/access/types";
import { addRobot, removeRobot } from "@/features/channels/mutations/keep-robot";
import { listRobots, listStoppedRobots } from "@/features/channels/queries/robots";
import { testRobot } from "@/features/deliveries/mutations/test-robot";
import { listBranchLog } from "@/features/deliveries/queries/list-log";
import type { Channels } from "@/features/deliveries/types";
import { db } from "@/lib/db";
import type { Answer, Post } from "@/lib/delivery/post";
import { robotChannel } from "@/lib/delivery/robots";
import { addBranch, addMember, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { after, enqueue, NOW, rows, send } from "./scene";

const ADDRESSES: Record<RobotKind, string> = {
  wecom: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-example-0001",
  dingtalk: "https://oapi.dingtalk.com/robot/send?access_token=exampletoken0002",
  feishu: "https://open.feishu.cn/open-apis/bot/v2/hook/00000000-example-0003",
};
const OK = { status: 200, retryAfterSeconds: null, text: '{"errcode":0,"code":0,"errmsg":"ok"}' };
const scope = { branchId: "b1" } as BranchScope;

/** The real channels; only the call over the network is another. */
function channels(answer: (url: string) => Answer): Channels & { calls: string[] } {
  const calls: string[] = [];
  const post: Post = ({ url }) => {
    calls.push(url);
    return Promise.resolve(answer(url));
  };
  const parts = { post, clock: () => NOW };
  return {
    ...{ calls, wecom: robotChannel("wecom", parts) },
    ...{ dingtalk: robotChannel("dingtalk", parts), feishu: robotChannel("feishu", parts) },
  };
}

const add = (kind: RobotKind, over: { branchId?: string; address?: string; secret?: string } = {}) =>
  addRobot({
    ...{ branchId: "b1", kind, name: `示例${kind}群`, address: ADDRESSES[kind] },
    ...{ secret: kind === "wecom" ? "" : "examplesecret", actorId: "officer", now: NOW, ...over },
  });
const idOf = async (kind: RobotKind) => (await db().robot.findFirstOrThrow({ where: { kind } })).id;
const test = async (kind: RobotKind, given: Channels, now = NOW) =>
  testRobot({
    robotId: await idOf(kind),
    channels: given,
    publicUrl: "https://learn.example",
    actorId: "officer",
    now,
  });

describeOnBothEngines("the robots of a branch", () => {
  beforeAll(async () => {
    await addStation("s1");
    for (const id of ["b1", "b2"]) await addBranch(id, "s1");
    await addMember({ id: "officer", branchId: "b1" });
    const grant = { memberId: "officer", role: "branch-secretary", scopeKind: "branch", scopeId: "b1" };
    await db().roleGrant.create({ data: { ...grant, since: "2020-01-01" } });
  });

  beforeEach(async () => {
    for (const table of ["delivery", "notice", "robot", "jobLease", "auditEntry"] as const) {
      await (db()[table] as { deleteMany: () => Promise<unknown> }).deleteMany();
    }
  });

  it("are kept encrypted, shown masked, and logged without address and secret", async () => {
    await add("dingtalk");
    const stored = JSON.stringify([await db().robot.findMany(), await db().auditEntry.findMany()]);
    for (const secret of ["exampletoken0002", "examplesecret"]) expect(stored).not.toContain(secret);
    expect(await listRobots(scope)).toMatchObject([
      { kind: "dingtalk", masked: "oapi.dingtalk.com，尾号0002", isSigned: true, isOff: false },
    ]);
  });

  it.each([
    [
      "an address of somebody else",
      "wecom",
      { address: "https://example.org/cgi-bin/webhook/send?key=12345678" },
      "address",
    ],
    ["an address inside", "feishu", { address: "https://127.0.0.1/open-apis/bot/v2/hook/12345678" }, "address"],
    ["DingTalk without a secret", "dingtalk", { secret: "" }, "secret"],
  ] as const)("are refused: %s", async (_sentence, kind, over, field) => {
    expect(await add(kind, over)).toMatchObject({ ok: false, field });
    expect(await db().robot.count()).toBe(0);
  });

  it("stand on the list once for a branch, however often the button is pressed", async () => {
    const replies = await Promise.all([add("wecom"), add("wecom"), add("wecom")]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await add("wecom", { branchId: "b2" })).toMatchObject({ ok: true });
  });

  it("are taken away by their own branch alone; what waits for them is not sent", async () => {
    await add("wecom");
    const robotId = await idOf("wecom");
    await enqueue({ branchId: "b1" });
    const act = { robotId, actorId: "officer", now: NOW };
    expect(await removeRobot({ ...act, branchId: "b2" })).toBe(false);
    expect(await removeRobot({ ...act, branchId: "b1" })).toBe(true);
    expect(await removeRobot({ ...act, branchId: "b1" })).toBe(false);
    const given = channels(() => OK);
    expect(await send(given, NOW)).toBe(0);
    expect(given.calls).toEqual([]);
    expect(await rows()).toMatchObject([{ state: "dead" }]);
  });

  it("answering 500 and 429 are tried again and hold up no other; each gets the message once", async () => {
    for (const kind of ["wecom", "dingtalk", "feishu"] as const) await add(kind);
    await enqueue({ branchId: "b1" });
    const answers: Record<string, Answer> = {
      wecom: { status: 500, retryAfterSeconds: null, text: "" },
      dingtalk: { status: 429, retryAfterSeconds: 120, text: "" },
    };
    const given = channels((url) => {
      if (url.startsWith(ADDRESSES.wecom)) return answers["wecom"] ?? OK;
      return url.startsWith(ADDRESSES.dingtalk) ? (answers["dingtalk"] ?? OK) : OK;
    });
    expect(await send(given, NOW)).toBe(1);
    delete answers["wecom"];
    delete answers["dingtalk"];
    expect(await send(given, after(60))).toBe(1);
    expect(await send(given, after(119))).toBe(0);
    expect(await send(given, after(120))).toBe(1);
    expect(await send(given, after(3600))).toBe(0);
    expect((await listBranchLog(scope)).map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
    expect(await listBranchLog({ branchId: "b2" } as BranchScope)).toEqual([]);
  });

  describe("the button that tries one", () => {
    it("says what came of it, and it stands in the log", async () => {
      await add("feishu");
      expect(
        await test(
          "feishu",
          channels(() => OK),
        ),
      ).toEqual({ ok: true, resumed: false });
      const refused = channels(() => ({ ...OK, text: '{"code":19021,"msg":"sign match fail"}' }));
      expect(await test("feishu", refused)).toEqual({ ok: false, detail: "对方没有收（19021 sign match fail）。" });
      expect((await listBranchLog(scope)).map(({ state }) => state).sort()).toEqual(["dead", "sent"]);
    });

    it("brings back a robot that was switched off, when it answers again", async () => {
      await add("wecom");
      await enqueue({ branchId: "b1" });
      const gone = channels(() => ({ ...OK, text: '{"errcode":93000,"errmsg":"invalid webhook url"}' }));
      await send(gone, NOW);
      expect(await listStoppedRobots(scope)).toEqual(["示例wecom群"]);
      expect(await db().notice.count({ where: { memberId: "officer", kind: "channel" } })).toBe(1);
      expect(await test("wecom", gone)).toMatchObject({ ok: false });
      expect(await listStoppedRobots(scope)).toHaveLength(1);
      expect(
        await test(
          "wecom",
          channels(() => OK),
        ),
      ).toEqual({ ok: true, resumed: true });
      expect(await listStoppedRobots(scope)).toEqual([]);
      await enqueue({ branchId: "b1", key: "k2" });
      expect(
        await send(
          channels(() => OK),
          after(61),
        ),
      ).toBe(1);
    });

    it("counts in the limit of the robot", async () => {
      await add("wecom");
      for (let times = 0; times < 20; times += 1)
        await test(
          "wecom",
          channels(() => OK),
        );
      const given = channels(() => OK);
      expect(await test("wecom", given)).toMatchObject({ ok: false });
      expect(given.calls).toEqual([]);
      expect(await test("wecom", given, after(61))).toMatchObject({ ok: true });
    });
  });
});
