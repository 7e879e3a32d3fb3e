import { setImmediate } from "node:timers/promises";
import type { MemberValues } from "@/domain/imports/members";
import { lockMember } from "@/features/members/mutations/lock-member";
import { settleLogins } from "@/features/members/mutations/settle-logins";
import { inTransaction } from "@/lib/db";
import { logger } from "@/lib/logger";
import type { StagedRow } from "../types";
import { firstPlaces } from "../view";
import type { Writing } from "./organisation-written";

/**
 * Known people whom a file gave a further login or a first employer: numbers of former employers, kept for want of another
 * login, go as where one is added by hand. After the file is written, a short transaction for each person: what goes wrong
 * with one leaves the others and the file as they are.
 */
export async function settleImported(rows: readonly StagedRow[], { actorId, now }: Pick<Writing, "actorId" | "now">) {
  for (const memberId of rows.flatMap(settled)) {
    try {
      await inTransaction(async (tx) => {
        if (await lockMember(tx, memberId)) await settleLogins(tx, { memberId, actorId, now });
      });
    } catch (error) {
      logger().error({ err: error, memberId }, "logins could not be settled after an import");
    }
    await setImmediate();
  }
}

function settled({ existingId, values, changes }: StagedRow): string[] {
  if (existingId === null) return [];
  const member = values as MemberValues;
  const isEmployed = firstPlaces(member, changes).organisationId !== null;
  return member.logins.length > 0 || isEmployed ? [existingId] : [];
}
