import type { ChannelKind } from "@/domain/pushes/channels";
import { enqueueMessages } from "@/features/deliveries/mutations/enqueue-messages";
import { sendDue } from "@/features/deliveries/mutations/send-due";
import type { Channels, NewMessage } from "@/features/deliveries/types";
import { sealText, sha256Hex } from "@/lib/crypto";
import { db, inTransaction } from "@/lib/db";
import { delivered, type Letter, type Outcome, type Target } from "@/lib/delivery/channel";

export const NOW = new Date("2026-11-22T00:00:00Z");
export const after = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

export const message = (over: Partial<NewMessage>): NewMessage => ({
  ...{ kind: "reminder", key: "k1", title: "示例提醒", body: "示例内容", href: "/me/assignments" },
  ...{ memberIds: [], now: NOW, ...over },
});

export const enqueue = (over: Partial<NewMessage>) => inTransaction((tx) => enqueueMessages(tx, message(over)));

/** A confirmed address of a member. */
export async function addMail(memberId: string): Promise<void> {
  const cipher = sealText(JSON.stringify({ address: `${memberId}@mail.example` }));
  await db().emailAddress.create({ data: { memberId, cipher, confirmedAt: NOW, createdAt: NOW } });
}

export async function addRobot(id: string, branchId: string, kind: ChannelKind = "wecom"): Promise<void> {
  const cipher = sealText(JSON.stringify({ address: `https://robot.example/${id}` }));
  const data = { id, branchId, kind, name: `示例群${id}`, addressHash: sha256Hex(id), cipher };
  await db().robot.create({ data: { ...data, createdById: "officer", createdAt: NOW } });
}

/** A channel that remembers what it was given and answers as told. */
export function fakeChannel(answer: (target: Target) => Outcome | Promise<Outcome> = () => delivered) {
  const got: { letter: Letter; target: Target }[] = [];
  return {
    got,
    send: (letter: Letter, target: Target): Promise<Outcome> => {
      got.push({ letter, target });
      return Promise.resolve(answer(target));
    },
  };
}

export const send = (channels: Channels, now: Date, holder = "one") =>
  sendDue({ channels, holder, clock: () => now, publicUrl: "https://learn.example" });

export const rows = () =>
  db().delivery.findMany({ orderBy: { key: "asc" }, select: { key: true, state: true, attempts: true } });
