import "server-only";
import { can } from "@/domain/access/can";
import type { Actor } from "@/domain/access/types";
import { businessDateOf, isoWeekOf } from "@/domain/calendar/shanghai";
import { gateBranch, gateOrganisation } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { BranchScope, OrganisationScope } from "@/features/access/types";
import { findDutyList } from "@/features/duties/queries/duty-list";
import { now } from "@/lib/clock";
import { listReminders } from "../queries/lists";
import { earlierWeeks, reminderCard, weekTitle, type ReminderCard, type WeekOfReminders } from "../view";

export type Reminders = {
  week: string;
  items: ReminderCard[];
  /** Minutes of what is not answered yet, all together, as the lists reckon. */
  effort: number;
  earlier: WeekOfReminders[];
  mayReply: boolean;
};

export type RemindersPage = { who: string; place: string; path: string; dutiesPath: string; reminders: Reminders };

async function remindersOf(scope: BranchScope | OrganisationScope, actor: Actor): Promise<Reminders> {
  const today = businessDateOf(now());
  const { present, earlier } = await listReminders(scope, today);
  const rows = present.flatMap((list) => list.items);
  const open = rows.filter(({ duty }) => duty.state === "open");
  const [first] = rows;
  const list = first === undefined ? null : await findDutyList(first.duty.organisationId, today);
  return {
    week: weekTitle(isoWeekOf(today)),
    items: rows.map((row) => reminderCard(row, today, present.length > 1)),
    effort: open.reduce((sum, { duty }) => sum + duty.effort, 0),
    earlier: earlierWeeks(earlier),
    mayReply: list !== null && can(actor, "duty.do", list),
  };
}

/** 提醒清单 of the branch: of every organisation whose list its secretary keeps. `from`: the page it is a part of. */
export async function loadBranchReminders(from = "/branch/reminders"): Promise<RemindersPage> {
  const path = "/branch/reminders";
  const { session, scope, actor, grant } = await gateBranch(from);
  const [frame, reminders] = await Promise.all([findFrame(session.memberId, grant), remindersOf(scope, actor)]);
  return { ...frame, path, dutiesPath: "/branch/duties", reminders };
}

/** 提醒清单 of one organisation, for its party worker. */
export async function loadOrganisationReminders(from = "/branch/organisation/reminders"): Promise<RemindersPage> {
  const path = "/branch/organisation/reminders";
  const { session, scope, actor, grant } = await gateOrganisation(from);
  const [frame, reminders] = await Promise.all([findFrame(session.memberId, grant), remindersOf(scope, actor)]);
  return { ...frame, path, dutiesPath: "/branch/organisation/duties", reminders };
}
