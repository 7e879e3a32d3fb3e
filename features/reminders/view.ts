import { formatDay } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { deferralDays } from "@/domain/duties/acts";
import { deferralWords, dutyCard, type DutyCard } from "@/features/duties/view/duty";
import type { AnsweredList, ListRow, ReminderRow } from "./queries/lists";

export type ReminderCard = {
  duty: DutyCard;
  /** Why it stands here. */
  why: string;
  /** What was replied; null while nothing was. */
  reply: string | null;
  /** The day to which one tap puts it off. */
  proposed: { date: string; words: string };
};

const REPLIES: Readonly<Record<string, string>> = {
  reported: "做了",
  offline: "已线下完成",
  study: "派发了学习，算办了",
  deferred: "推迟了",
};

function replyWords({ reply, repliedAt }: ReminderRow): string | null {
  if (reply === "") return null;
  const on = repliedAt === null ? "" : `${formatDay(businessDateOf(repliedAt))}`;
  return `${on}${REPLIES[reply] ?? reply}`;
}

export function reminderCard(row: ReminderRow, today: string, withOrganisation: boolean): ReminderCard {
  const card = dutyCard(row.duty, today);
  const late = row.why === "overdue" ? `${formatDay(row.dueOn)}的日子过了` : `${formatDay(row.dueOn)}以前`;
  const { proposed: date } = deferralDays({ dueOn: row.duty.dueOn, today });
  return {
    proposed: { date, words: formatDay(date) },
    duty: withOrganisation ? card : { ...card, organisation: "" },
    why: `${late}，${card.period}的一次`,
    // What was given back after the reply, or was answered on another page, shows as it stands.
    reply:
      card.isOpen && row.reply !== "deferred" ? null : (replyWords(row) ?? (card.isOpen ? null : card.state.words)),
  };
}

export type WeekOfReminders = { title: string; words: string };

/** 第47周，3件，2件有答复 */
export function earlierWeeks(rows: readonly ListRow[]): WeekOfReminders[] {
  const weeks = [...new Set(rows.map(({ week }) => week))];
  return weeks.map((week) => {
    const items = rows.filter((row) => row.week === week).flatMap((row) => row.items);
    const replied = items.filter(({ reply, duty }) => reply !== "" || duty.state !== "open").length;
    const words = replied === items.length ? "都答复了" : `${replied}件有答复`;
    return { title: weekTitle(week), words: `${items.length}件，${words}` };
  });
}

/** 2026年第48周 */
export const weekTitle = (week: string): string => `${week.slice(0, 4)}年第${Number(week.slice(6))}周`;

export type AnsweredLine = {
  organisationId: string;
  organisation: string;
  /** 3件里2件有答复 */
  words: string;
  /** What was said about each duty, with the reason where there is one. */
  answers: { dutyId: string; title: string; words: string; isPutOff: boolean }[];
};

/** One organisation's list of this week as the committee reads it. */
export function answeredLine({ organisationId, organisation, items }: AnsweredList, today: string): AnsweredLine {
  const cards = items.map((row) => ({ row, card: reminderCard(row, today, false) }));
  const answers = cards.flatMap(({ row, card: { duty, reply } }) => {
    const isPutOff = duty.isOpen && row.duty.deferral !== "";
    // What was given back after the reply waits again, and says why.
    if (reply === null && row.duty.returned === "") return [];
    const words = isPutOff ? `推迟到${duty.due}，${deferralWords(row.duty)}` : (reply ?? duty.why);
    return [{ dutyId: duty.id, title: duty.title, words, isPutOff }];
  });
  const replied = cards.filter(({ card }) => card.reply !== null).length;
  const words = replied === items.length ? `${items.length}件都有答复` : `${items.length}件里${replied}件有答复`;
  return { organisationId, organisation, words, answers };
}
