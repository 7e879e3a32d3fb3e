import { formatFull, formatInstant } from "@/domain/calendar/labels";
import { addDays } from "@/domain/calendar/plain-date";
import { HOLIDAY_YEARS } from "@/domain/calendar/holidays";
import { isQuarter } from "@/domain/calendar/shanghai";
import {
  isFrequent,
  isJobName,
  JOB_NAMES,
  JOB_PLANS,
  nextAt,
  type JobName,
  type Schedule,
} from "@/domain/jobs/schedule";
import { RETRY_MINUTES, standingOf, TRIES, type Standing } from "@/domain/jobs/trying";
import { quarterLabel } from "@/features/points/view";
import type { NewestBackup } from "@/lib/backup/retention";
import type { RunRow } from "./queries";

const WHEN: Readonly<Record<Schedule["every"], (from: string) => string>> = {
  minute: () => "每分钟",
  hour: () => "每小时",
  day: (from) => `每天${from}`,
  week: (from) => `每周第一个工作日${from}`,
  quarter: (from) => `每季第一天${from}`,
};

/** How late a period is made up for after downtime. */
const LATE: Readonly<Record<Schedule["every"], string>> = {
  minute: "停机以后，下一分钟接着做",
  hour: "停机以后，下一小时接着做",
  day: "停机错过了，当天补做",
  week: "停机错过了，当周补做",
  quarter: "停机错过了，下一季之内补做",
};

/** What is not made up for like others of its rhythm (domain/pushes/hour.ts). */
const LATE_OF: Readonly<Partial<Record<JobName, string>>> = {
  "write-pushes": "停机错过的钟点，三小时内、21:30以前补发，再晚当天不发",
};

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  done: "办成了",
  running: "正在办",
  lost: "中断了，没有写明结果",
  again: `没有办成，隔${RETRY_MINUTES}分钟自动再试`,
  failed: `试了${TRIES}次没有办成`,
  asked: "等着重办",
};

export type JobLine = {
  name: string;
  title: string;
  when: string;
  late: string;
  last: { at: string; standing: Standing; words: string; note: string } | null;
  next: string;
};

export type UndoneLine = {
  job: string;
  period: string;
  title: string;
  about: string;
  at: string;
  standing: Standing;
  words: string;
  reason: string;
  /** Whether trying again would do anything: of what runs every minute the next minute does it. */
  mayRepeat: boolean;
};

const fromOf = (schedule: Schedule): string => ("from" in schedule ? schedule.from : "");

/** A failure of what runs often is not tried again: the next time does it. */
function stateOf(name: JobName, standing: Standing): { standing: Standing; words: string } {
  const isUndone = standing === "again" || standing === "failed";
  return { standing, words: isUndone && isFrequent(name) ? "没有办成，下一次接着做" : STANDING_WORDS[standing] };
}

/** Every job with its last run and its next. */
export function jobLines(runs: readonly RunRow[], now: Date): JobLine[] {
  return JOB_NAMES.map((name) => {
    const { title, schedule } = JOB_PLANS[name];
    const run = runs.find(({ job }) => job === name);
    const standing = run ? standingOf(run, now) : null;
    return {
      ...{ name, title, when: WHEN[schedule.every](fromOf(schedule)), late: LATE_OF[name] ?? LATE[schedule.every] },
      last: run && standing ? { at: formatInstant(run.startedAt), ...stateOf(name, standing), note: run.note } : null,
      next: formatInstant(nextAt(schedule, now)),
    };
  });
}

/** What has failed or was cut off; what is under way is left out. */
export function undoneLines(runs: readonly RunRow[], now: Date): UndoneLine[] {
  return runs.flatMap((run) => {
    const standing = standingOf(run, now);
    if (!isJobName(run.job) || standing === "done" || standing === "running") return [];
    const { title, schedule } = JOB_PLANS[run.job];
    return {
      ...{ job: run.job, period: run.period, title, about: periodWords(schedule, run.period) },
      ...{ at: formatInstant(run.finishedAt ?? run.startedAt), reason: run.note },
      ...stateOf(run.job, standing),
      mayRepeat: !isFrequent(run.job) && (standing === "failed" || standing === "again" || standing === "lost"),
    };
  });
}

/** 2026年11月20日, 2026年第47周, 2026年第四季度, or the minute. */
export function periodWords(schedule: Schedule, period: string): string {
  switch (schedule.every) {
    case "minute":
      return formatInstant(new Date(`${period}:00Z`));
    case "hour":
      return formatInstant(new Date(`${period}:00:00Z`));
    case "day":
      // Runs of an earlier version keep their period: seasons were settled by the quarter.
      return isQuarter(period) ? quarterLabel(period) : formatFull(period);
    case "week":
      return `${period.slice(0, 4)}年第${Number(period.slice(6))}周`;
    case "quarter":
      return quarterLabel(period);
  }
}

/** The year from whose first day on working days are only guessed; null until November of the year before. */
export function missingHolidays(today: string): string | null {
  const month = Number(today.slice(5, 7));
  const year = String(Number(today.slice(0, 4)) + (month >= 11 ? 1 : 0));
  return HOLIDAY_YEARS.some((known) => known.year === year) ? null : year;
}

/** A backup may be this many days old: one night may fail before anybody has to look. */
const BACKUP_DAYS = 2;

export type BackupFault = { title: string; words: string };

const LOOK =
  "请管理员运行npm run backup，或者查看zhijian-backup服务的日志；备份放在别处的，把BACKUP_DIR设成那个文件夹。";

/** What is wrong with the backups; null while the newest is at most two days old. */
export function backupFault(found: NewestBackup, today: string): BackupFault | null {
  if ("fault" in found) return { title: `备份文件夹打不开（${found.fault}）。`, words: `有没有备份，看不到。${LOOK}` };
  const newest = found.day;
  if (newest === null) return { title: "没有找到备份。", words: `备份文件夹里没有一份打得开的备份。${LOOK}` };
  if (newest >= addDays(today, -BACKUP_DAYS)) return null;
  return {
    title: `最近一份备份是${formatFull(newest)}的。`,
    words: `后来没有备份成，数据都还在，只是没有新的副本。${LOOK}`,
  };
}
