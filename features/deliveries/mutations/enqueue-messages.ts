import { listPersonalAddresses, listRobotAddresses, listTurnedOff } from "@/features/channels/queries/list-addresses";
import type { Tx } from "@/lib/db";
import { insertMissingRows } from "@/lib/db/prepared";
import { newId } from "@/lib/randomness";
import type { NewMessage } from "../types";

/**
 * Writes a message in the caller's transaction: into the inbox of each person, and into the outbox once for every address
 * that they, or the branch, have at that moment. The clock sends it from there. Calling it again with the same key adds
 * nothing. At most about fifty people a call, so that the transaction stays short.
 *
 * Example: `await enqueueMessages(tx, { kind: "reminder", key: "duty:d1:2026-11", title: "…", body: "…",
 * href: "/branch", memberIds: [secretaryId], now })`.
 */
export async function enqueueMessages(tx: Tx, message: NewMessage): Promise<void> {
  const { kind, key, title, body, href, memberIds, branchId, until = null, now, notBefore = now } = message;
  const withoutInbox = await listTurnedOff(tx, memberIds, "inbox");
  const readers = memberIds.filter((memberId) => !withoutInbox.has(memberId));
  await insertMissingRows(
    tx,
    "notice",
    readers.map((memberId) => ({
      ...{ id: newId(now), member_id: memberId, kind, key, title, text: body, href, created_at: now, read_at: null },
    })),
  );
  const addresses = [
    ...(await listPersonalAddresses(tx, memberIds)),
    ...(branchId === undefined ? [] : await listRobotAddresses(tx, branchId)),
  ];
  await insertMissingRows(
    tx,
    "delivery",
    addresses.map(({ channel, targetId, lane }) => ({
      ...{ id: newId(now), key: `${channel}:${targetId}:${key}`, channel, target_id: targetId },
      ...{ lane, kind, title, body, href, state: "queued", attempts: 0 },
      ...{ next_at: notBefore, until, last_error: "", created_at: now },
    })),
  );
}
