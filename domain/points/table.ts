/**
 * What earns points, how many, and where it stops: the one table, frozen and versioned by quarter. A version holds from
 * its quarter until a newer one; a quarter is settled by the version it began with. Limits are points within a business
 * day, ISO week, month or quarter of Asia/Shanghai. On top, what one does alone on any day (`daily`) brings at most
 * `dailyLimit` points a day. Nothing here counts sign-ins to the platform or time.
 *
 * Example: a lesson is worth 2 points and lessons stop at 6 a day: the fourth lesson of a day brings 0.
 */
export const REASONS = [
  "daily-entry",
  "lesson",
  "assigned-study",
  "practice-quiz",
  "review",
  "contest-taking-part",
  "contest-score",
  "sharing-post",
  "project",
  "venue-visit",
  "lecture",
  "study-session",
  "correction",
] as const;
export type Reason = (typeof REASONS)[number];

export type Period = "day" | "week" | "month" | "quarter";

/** `once` pays one source (an assignment, a contest) a single time; the others stop at `limit` points in the period. */
export type Cap = { readonly per: Period; readonly limit: number } | { readonly per: "once" };

/** `fixed` is worth `value`; `up-to` what is given, at most `value`; `given` what is given, also below zero. */
export type Worth = "fixed" | "up-to" | "given";

export interface PointsRow {
  readonly reason: Reason;
  readonly name: string;
  readonly rule: string;
  readonly worth: Worth;
  readonly value: number;
  readonly cap: Cap | null;
  readonly daily: boolean;
}

export interface PointsTable {
  /** The first quarter in which it holds. */
  readonly version: string;
  readonly dailyLimit: number;
  readonly rows: Readonly<Record<Reason, PointsRow>>;
}

export const PERIOD_LABELS: Readonly<Record<Period, string>> = Object.freeze({
  day: "每天",
  week: "每周",
  month: "每月",
  quarter: "每季度",
});

interface Line {
  readonly name: string;
  readonly what: string;
  readonly value: number;
  readonly cap: Cap | null;
  readonly worth?: Worth;
  readonly daily?: true;
}

function capText(cap: Cap | null): string {
  if (cap === null) return "";
  return cap.per === "once" ? "，每项只计一次" : `，${PERIOD_LABELS[cap.per]}最多${cap.limit}分`;
}

const WORTH_TEXT: Readonly<Record<Worth, (value: number) => string>> = {
  fixed: (value) => `，得${value}分`,
  "up-to": (value) => `，最多得${value}分`,
  given: () => "，分值见该条说明",
};

/** The text is made from the numbers, so that the two cannot drift apart. */
function row(reason: Reason, line: Line): PointsRow {
  const { name, what, value, cap, worth = "fixed", daily = false } = line;
  const rule = `${what}${WORTH_TEXT[worth](value)}${capText(cap)}。`;
  return Object.freeze({ reason, name, rule, worth, value, cap: cap === null ? null : Object.freeze(cap), daily });
}

const per = (period: Period, limit: number): Cap => ({ per: period, limit });
const once: Cap = { per: "once" };

const TABLE_2026Q4: PointsTable = Object.freeze({
  version: "2026Q4",
  dailyLimit: 20,
  rows: Object.freeze({
    "daily-entry": row("daily-entry", {
      name: "党史天天谈",
      what: "答完一篇《党史天天谈》的回想题（答对答错都算）",
      value: 1,
      cap: per("day", 1),
      daily: true,
    }),
    lesson: row("lesson", {
      name: "课程学习",
      what: "第一次答完一课的回想题（答对答错都算）",
      value: 2,
      cap: per("day", 6),
      daily: true,
    }),
    "assigned-study": row("assigned-study", {
      name: "支部指定学习",
      what: "按期完成支部指定的一项学习",
      value: 2,
      cap: once,
      daily: true,
    }),
    "practice-quiz": row("practice-quiz", {
      name: "练习答题",
      what: "一次练习答题达到合格线",
      value: 1,
      cap: per("day", 3),
      daily: true,
    }),
    review: row("review", {
      name: "错题复习",
      what: "复习完当天到期的题目",
      value: 1,
      cap: per("day", 2),
      daily: true,
    }),
    "contest-taking-part": row("contest-taking-part", {
      name: "知识竞赛参与",
      what: "参加一场党史知识竞赛并交卷",
      value: 5,
      cap: once,
    }),
    "contest-score": row("contest-score", {
      name: "知识竞赛成绩",
      what: "一场竞赛的最好成绩，按得分百分比×15÷100向下取整",
      value: 15,
      cap: once,
      worth: "up-to",
    }),
    "sharing-post": row("sharing-post", {
      name: "云分享发言",
      what: "一篇“云分享”发言被采用",
      value: 3,
      cap: per("week", 3),
    }),
    project: row("project", {
      name: "志愿服务",
      what: "认领的志愿服务项目经确认完成",
      value: 10,
      cap: per("quarter", 30),
    }),
    "venue-visit": row("venue-visit", {
      name: "实境学习",
      what: "参加一次实境学习并自愿签到",
      value: 5,
      cap: per("quarter", 10),
    }),
    lecture: row("lecture", { name: "听宣讲", what: "听一次宣讲并自愿签到", value: 3, cap: per("month", 6) }),
    "study-session": row("study-session", {
      name: "集中学习",
      what: "参加一次晨会一刻钟、车间微课堂或食堂微影院并自愿签到",
      value: 2,
      cap: per("week", 4),
    }),
    correction: row("correction", {
      name: "更正",
      what: "题目更正或作废后的增减",
      value: 0,
      cap: null,
      worth: "given",
    }),
  }),
});

/** Oldest first. A new version is added, an old one never edited. */
export const TABLES: readonly PointsTable[] = Object.freeze([TABLE_2026Q4]);

/** The newest version not after the quarter. Throws a RangeError for a quarter before the first version. */
export function tableFor(quarter: string, tables: readonly PointsTable[] = TABLES): PointsTable {
  const table = tables.findLast((candidate) => candidate.version <= quarter);
  if (table === undefined) throw new RangeError(`No table of points for ${quarter}`);
  return table;
}

/** The sentence about the daily limit, with the names of what falls under it. */
export function dailyLimitRule(table: PointsTable): string {
  const names = REASONS.map((reason) => table.rows[reason]).filter((line) => line.daily);
  return `${names.map((line) => line.name).join("、")}合计每天最多${table.dailyLimit}分。`;
}

/** Narrows text from a column. */
export function isReason(text: string): text is Reason {
  return REASONS.some((reason) => reason === text);
}
