import { addDays } from "../calendar/plain-date";
import { businessDateOf, isoWeekOf, quarterBounds, quarterOf, startOfDay, timeOf } from "../calendar/shanghai";
import { firstWorkingDayOfWeek } from "../calendar/working-days";
import { REMINDER_HOUR } from "../duties/week";

/**
 * What the clock starts and when, in the time of Shanghai. A period is done once. After downtime the last period that
 * has come is made up for, as long as the next one has not begun; older ones are left out, so that nothing floods.
 *
 * Example: `{ every: "day", from: "03:30" }` at 03:29 has no period yet, at 03:30 and until midnight it has that day.
 */
export type Schedule =
  | { readonly every: "minute" }
  | { readonly every: "hour" }
  | { readonly every: "day"; readonly from: string }
  /** On the first working day of the ISO week, and until Sunday. */
  | { readonly every: "week"; readonly from: string }
  /** The quarter before, from its end on and until the next one ends. */
  | { readonly every: "quarter"; readonly from: string };

interface JobPlan {
  readonly title: string;
  readonly schedule: Schedule;
}

const MINUTE: Schedule = { every: "minute" };
const daily = (from: string): Schedule => ({ every: "day", from });

/** Everything the clock starts, in the order in which it is looked at. */
export const JOB_PLANS = {
  "close-overdue-attempts": { title: "收回到时没有交的作答", schedule: MINUTE },
  "correct-voided": { title: "作废题目给满分", schedule: MINUTE },
  "work-imports": { title: "接着办没有办完的导入", schedule: MINUTE },
  "write-pushes": { title: "到点推送党史天天谈", schedule: MINUTE },
  "take-in-films": { title: "收进本单位的影片", schedule: MINUTE },
  "tell-readers": { title: "告诉答过的人更正", schedule: MINUTE },
  "tell-registered": { title: "通知知识竞赛开始或收回", schedule: MINUTE },
  "settle-contests": { title: "结算结束的知识竞赛", schedule: MINUTE },
  "record-study": { title: "派发的学习算作责任办结", schedule: { every: "hour" } },
  "settle-moves": { title: "转接生效", schedule: daily("00:00") },
  "refresh-study-totals": { title: "按新的一天统计学习数据", schedule: daily("00:00") },
  "make-duties": { title: "按年度清单排出责任", schedule: daily("00:00") },
  "release-claims": { title: "放回到期没有动静的认领", schedule: daily("00:00") },
  "close-season": { title: "公示期满结算一季积分", schedule: daily("00:30") },
  "publish-season": { title: "通知上一季积分公示", schedule: { every: "quarter", from: "08:00" } },
  "announce-season": { title: "通知积分结算结果", schedule: daily("08:00") },
  "purge-tokens": { title: "清除过期的邀请、口令和记录", schedule: daily("03:30") },
  "purge-contacts": { title: "删除到期的志愿项目联系方式", schedule: daily("03:40") },
  "purge-stories": { title: "删除丢掉的厂情厂史和没有用上的图片", schedule: daily("03:50") },
  "draw-up-reminders": { title: "列出每周提醒清单", schedule: { every: "week", from: REMINDER_HOUR } },
  "add-to-reminders": { title: "把后来的责任添进提醒清单", schedule: { every: "hour" } },
  "warn-of-terms": { title: "提醒快到期的任命", schedule: daily("07:00") },
} as const satisfies Readonly<Record<string, JobPlan>>;

export type JobName = keyof typeof JOB_PLANS;
export const JOB_NAMES = Object.keys(JOB_PLANS) as JobName[];
/** Of what runs so often the next time does what one has not done. */
export const isFrequent = (name: JobName): boolean => ["minute", "hour"].includes(JOB_PLANS[name].schedule.every);
export const isJobName = (text: string): text is JobName => Object.hasOwn(JOB_PLANS, text);

/** The period that is due at an instant, `2026-11-20T02:05`, `2026-11-20`, `2026-W47` or `2026Q3`; null before its time. */
export function periodAt(schedule: Schedule, now: Date): string | null {
  const today = businessDateOf(now);
  switch (schedule.every) {
    case "minute":
      return now.toISOString().slice(0, 16);
    case "hour":
      return now.toISOString().slice(0, 13);
    case "day":
      return timeOf(now) >= schedule.from ? today : null;
    case "week": {
      const first = firstWorkingDayOfWeek(today);
      return first !== null && now >= at(first, schedule.from) ? isoWeekOf(today) : null;
    }
    case "quarter": {
      const { start } = quarterBounds(quarterOf(today));
      const first = businessDateOf(start);
      return now >= at(first, schedule.from) ? quarterOf(addDays(first, -1)) : null;
    }
  }
}

/** The next instant at which another period becomes due. */
export function nextAt(schedule: Schedule, now: Date): Date {
  const today = businessDateOf(now);
  switch (schedule.every) {
    case "minute":
      return nextMultiple(now, 60_000);
    case "hour":
      return nextMultiple(now, 3_600_000);
    case "day":
      return now < at(today, schedule.from) ? at(today, schedule.from) : at(addDays(today, 1), schedule.from);
    case "week":
      for (let day = today; ; day = addDays(day, 1)) {
        const begins = at(day, schedule.from);
        if (firstWorkingDayOfWeek(day) === day && begins > now) return begins;
      }
    case "quarter": {
      const { start, end } = quarterBounds(quarterOf(today));
      const begins = at(businessDateOf(start), schedule.from);
      return begins > now ? begins : at(businessDateOf(end), schedule.from);
    }
  }
}

function nextMultiple(now: Date, milliseconds: number): Date {
  return new Date((Math.floor(now.getTime() / milliseconds) + 1) * milliseconds);
}

function at(day: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(startOfDay(day).getTime() + (hours * 60 + minutes) * 60_000);
}
