import { endOfPush, nextHour, USUAL_HOUR } from "@/domain/pushes/hour";
import { objectionPeriod } from "@/domain/ranking/objections";
import { enqueueMessages } from "@/features/deliveries/mutations/enqueue-messages";
import { db, inTransaction } from "@/lib/db";
import { objectionMessage, resultMessage } from "../message";

const MESSAGES = { objections: objectionMessage, result: resultMessage } as const;

const PEOPLE_AT_ONCE = 50;

/**
 * Tells everybody who joined the quarter, each once whatever happens, and says how many they are. Outside of the product by
 * day alone, however late it is made up for; that the result stands for objection no longer than it does.
 */
export async function tellJoined(input: {
  quarter: string;
  /** That the result stands for objection, or that it is settled. */
  of: keyof typeof MESSAGES;
  now: Date;
}): Promise<number> {
  const { quarter, now } = input;
  const message = MESSAGES[input.of](quarter);
  const rows = await db().seasonEntry.findMany({
    where: { quarter, member: { state: { not: "left" } } },
    orderBy: { memberId: "asc" },
    select: { memberId: true },
  });
  const people = rows.map((row) => row.memberId);
  const until = input.of === "objections" ? { until: endOfPush(objectionPeriod(quarter).until) } : {};
  const times = { ...until, notBefore: nextHour(USUAL_HOUR, now), now };
  for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
    const memberIds = people.slice(at, at + PEOPLE_AT_ONCE);
    await inTransaction((tx) => enqueueMessages(tx, { kind: "notice", ...message, memberIds, ...times }));
  }
  return people.length;
}
