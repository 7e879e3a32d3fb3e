import { businessDateOf } from "@/domain/calendar/shanghai";
import { apiRoute } from "@/features/access/gates/api";
import { listOwnAssignments } from "@/features/assignments/queries/own-assignments";
import { ownItem } from "@/features/assignments/view";
import { findTakenDown } from "@/features/takedowns/queries";
import { jsonReply } from "@/lib/problem";

export const GET = apiRoute({
  permission: "recall.answer",
  handle: async ({ own, now }) => {
    const today = businessDateOf(now);
    const rows = (await listOwnAssignments(own, { from: today, today })).filter(({ isWithdrawn }) => !isWithdrawn);
    const { documents: down } = rows.length === 0 ? { documents: new Set<string>() } : await findTakenDown();
    return jsonReply({ date: today, assignments: rows.map((row) => ownItem(row, { today, down })) });
  },
});
