import { z } from "zod";
import { DEFERRALS, isPageAddress, MANNERS } from "@/domain/duties/acts";
import { MOST_EFFORT, SOURCES } from "@/domain/duties/line";
import { isYear, RHYTHMS } from "@/domain/duties/rhythm";

const id = z.string().min(1).max(64);
const version = z.coerce.number().int().min(0);
const year = z.string().refine(isYear, "年份写四位数");

/** A whole number as typed; `few` says what is wanted. */
const number = (low: number, high: number, few: string) =>
  z.coerce.number({ error: few }).int(few).min(low, few).max(high, few);

const effort = number(1, MOST_EFFORT, `大约要几分钟，写1到${MOST_EFFORT}之间的整数`);
const daysBefore = number(0, 120, "提前几个工作日，写0或以上的整数");

/** The year of the address; anything odd counts as not given. */
export const yearParamSchema = z.object({ year: z.string().max(4).catch("") });

/** The search and filters of the committee's week, as they stand in the address; anything odd counts as not given. */
export const weekFilterSchema = z.object({
  year: z.string().max(4).catch(""),
  q: z.string().trim().max(60).catch(""),
  stationId: z.string().max(64).catch(""),
  /** Only organisations with something that is not done in time. */
  gaps: z.enum(["", "1"]).catch(""),
  page: z.coerce.number().int().min(1).max(9_999).catch(1),
});
export type WeekFilter = z.infer<typeof weekFilterSchema>;

export const openTemplateSchema = z.object({ year });
export const issueTemplateSchema = z.object({ year, version });

const line = {
  title: z.string().trim().min(1, "请写这一项叫什么").max(40, "名称最多40个字，现在太长了"),
  ask: z.string().trim().min(1, "请写要做什么").max(200, "最多200个字，现在太长了"),
  rhythm: z.enum(RHYTHMS, "请选择多久一次"),
  onDate: z.string().max(10).default(""),
  daysBefore,
  effort,
  source: z.enum(SOURCES, "请选择凭什么算办了"),
};

export const addLineSchema = z.object({ year, ...line });
export const editLineSchema = z.object({ id, version, ...line });

export const setLineStateSchema = z.object({ id, version, state: z.enum(["active", "removed"]) });

/** A number of one's own, or empty: as in the template. */
const own = (schema: typeof effort) => z.union([z.literal("").transform(() => null), schema]).default(null);

export const adaptLineSchema = z.object({
  /** The organisation; `id` and `version` as the forms that edit name them. */
  ...{ id, version, lineId: id },
  isLeftOut: z.enum(["", "1"]).default(""),
  daysBefore: own(daysBefore),
  effort: own(effort),
  reason: z.string("请写原因").trim().min(2, "请写原因，至少两个字").max(200, "最多200个字，现在太长了"),
});

/** As the person has read it. */
const seen = { dutyId: id, version };

export const reportDutySchema = z.object({
  ...seen,
  manner: z.enum(MANNERS).default("reported"),
  evidence: z.string().trim().max(500, "最多500个字，现在太长了").default(""),
  link: z
    .string()
    .trim()
    .max(300, "网址太长，最多300个字")
    .refine((text) => text === "" || isPageAddress(text), "网址要以http://或https://开头，中间没有空格")
    .default(""),
});

export const deferDutySchema = z.object({
  ...seen,
  until: z.string("请选择推迟到哪一天").max(10),
  reason: z.enum(DEFERRALS, "请选择原因"),
  note: z.string().trim().max(200, "最多200个字，现在太长了").default(""),
});

export const takeBackDutySchema = z.object(seen);

export const returnDutySchema = z.object({
  ...seen,
  reason: z.string("请写原因").trim().min(2, "请写原因，至少两个字").max(200, "最多200个字，现在太长了"),
});

const MOST_CONFIRMED = 100;

/** `id:version`, one a line. */
export const confirmDutiesSchema = z.object({
  duties: z
    .string()
    .max(8_000)
    .transform((text) => [...new Set(text.split("\n").filter((line) => line !== ""))])
    .pipe(
      z
        .array(z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/u, "选的内容不对，请刷新页面重新选择"))
        .min(1, "请先选要确认的几件")
        .max(MOST_CONFIRMED, `一次最多确认${MOST_CONFIRMED}件`),
    )
    .transform((lines) => lines.map((line) => ({ dutyId: line.slice(0, 36), version: Number(line.slice(37)) }))),
});
