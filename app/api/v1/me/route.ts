import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { apiRoute } from "@/features/access/gates/api";
import { getOwnProfile } from "@/features/members/queries";
import { ROLE_LABELS } from "@/domain/access/role-labels";
import { countPointsOfDay } from "@/features/points/queries";
import { findEntryOfToday } from "@/features/recalls/queries";
import { jsonReply } from "@/lib/problem";

export const GET = apiRoute({
  permission: "points.read-own",
  handle: async ({ own, now }) => {
    const date = businessDateOf(now);
    const [profile, entry, points] = await Promise.all([
      getOwnProfile(own, now),
      findEntryOfToday(own, now),
      countPointsOfDay(own, date),
    ]);
    return jsonReply({
      id: own.memberId,
      ...profile,
      roles: profile.roles.map((role) => ({ ...role, roleName: ROLE_LABELS[role.role] })),
      today: { date, quarter: quarterOf(date), points, entry },
    });
  },
});
