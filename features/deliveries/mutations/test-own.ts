import { findTarget } from "@/features/channels/queries/find-target";
import { listPersonalAddresses, type Address } from "@/features/channels/queries/list-addresses";
import { db } from "@/lib/db";
import type { OwnWay } from "../schema";
import type { Channels } from "../types";
import { tryOut } from "./try-out";

export type OwnTestResult = { ok: true; arrived: number } | { ok: false; detail: string };

type Test = { memberId: string; channel: OwnWay; channels: Channels; publicUrl: string; now: Date };

const MINUTE_MS = 60_000;
const NOWHERE = "这里没有在收，没有发。刷新页面看看是不是停收了。";
const AGAIN = "刚试过一次，过一分钟再试。";
const FULL = "这会儿发的人多，没有发，过一分钟再试。";
const BODY = "收到这一条，说明天天谈和提醒能发到这里。";

/**
 * Sends one message now to the own mail address, or to every browser of one's own, and says what came of it: once a
 * minute. No address is switched off by a try, and none comes back by it.
 */
export async function testOwn(test: Test): Promise<OwnTestResult> {
  const { memberId, channel, now } = test;
  const reached = await listPersonalAddresses(db(), [memberId]);
  const addresses = reached.filter((address) => address.channel === channel);
  if (addresses.length === 0) return { ok: false, detail: NOWHERE };
  const targets = addresses.map(({ targetId }) => targetId);
  const lately = { kind: "test", targetId: { in: targets }, createdAt: { gt: new Date(now.getTime() - MINUTE_MS) } };
  if ((await db().delivery.count({ where: lately })) > 0) return { ok: false, detail: AGAIN };
  const results = await Promise.all(addresses.map((address) => tryOne(address, test)));
  const arrived = results.filter((detail) => detail === "").length;
  return arrived > 0 ? { ok: true, arrived } : { ok: false, detail: results[0] ?? NOWHERE };
}

/** Empty when it arrived, otherwise why not. */
async function tryOne(address: Address, { channels, publicUrl, now }: Test): Promise<string> {
  const [by, target] = [channels[address.channel], await findTarget(address.channel, address.targetId)];
  if (by === undefined || target === null) return NOWHERE;
  const tried = await tryOut({ ...address, target, by, body: BODY, publicUrl, now });
  if (tried === null) return FULL;
  await tried.keep(db());
  return tried.outcome.state === "delivered" ? "" : `${tried.outcome.reason}。`;
}
