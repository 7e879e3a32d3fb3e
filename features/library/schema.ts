import { z } from "zod";
import { parsePlainDate } from "@/domain/calendar/plain-date";
import { DRAWN_SUBJECTS } from "@/domain/films/scenes";
import { DIFFICULTIES, PERIODS } from "@/domain/quizzes/types";

/**
 * The form of what stands in content/ (content/README.md teaches it to authors). Unknown keys are refused everywhere, so
 * that a misspelt key is found and not silently dropped. Messages are Chinese: authors read them.
 */

const text = (low: number, high: number) =>
  z
    .string({ error: "应是一段文字，用引号括起来" })
    .refine((value) => value === value.trim(), "前后不要留空格")
    .refine((value) => [...value].length >= low && [...value].length <= high, `应是${low}到${high}个字`);

const plainDate = (precisions: readonly string[], example: string) =>
  z
    .string({ error: `应是写在引号里的日期，例如"${example}"` })
    .refine(
      (value) => precisions.includes(parsePlainDate(value)?.precision ?? ""),
      `不是日历上有的日期，例如"${example}"`,
    );
const day = plainDate(["day"], "1935-01-15");

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const idSchema = z.string().regex(KEBAB, "只用小写字母、数字和连字符，例如zunyi-date").max(60, "最多60个字符");
const DOCUMENT_ID = z
  .string()
  .regex(/^(lessons\/[a-z0-9-]+\/\d{2}-[a-z0-9-]+|daily\/\d{2}-\d{2})$/, "写成lessons/<课程>/<nn-slug>或daily/<MM-DD>");
const LESSON_ID = /^lessons\/[a-z0-9-]+\/\d{2}-[a-z0-9-]+$/;
const sourceId = z.string().regex(/^s[1-9]\d?$/, "出处编号写成s1、s2这样");
const period = z.enum(PERIODS, { error: `只能是${PERIODS.join("、")}之一` });
const topic = z.string().regex(KEBAB, "见topics.yaml里的键");

/** A web address with a host of its own; the host is compared with sources.yaml elsewhere. */
const address = z.url({ protocol: /^https?$/, error: "应是http://或https://开头的完整网址" });

const fact = z.strictObject({
  claim: text(4, 200),
  value: text(1, 60),
  /** One source, or all that say so. */
  source: z.union([sourceId, z.array(sourceId).min(1, "至少写一处出处")], { error: "写出处编号：s1，或者[s1, s2]" }),
  locator: text(1, 80),
});

const page = { title: text(1, 150), publisher: text(1, 60), url: address, seen: day };
const source = z.strictObject({ id: sourceId, ...page });

const pageId = z.string().regex(/^c[1-9]\d?$/, "复核用的网页编号写成c1、c2这样");
/** What the second look found where the value of a fact was left out, and on which of its pages. */
const finding = z.strictObject({ blank: text(4, 204), value: text(1, 60), at: pageId });

const secondLook = z.strictObject({
  on: day,
  by: z.literal("second"),
  against: z.array(z.strictObject({ id: pageId, ...page })).min(1, "至少写一个网页"),
  found: z.array(finding).min(1, "至少写一条"),
});
const checked = z.discriminatedUnion("by", [z.strictObject({ on: day, by: z.literal("author") }), secondLook]);

/** A sheet of the second look, as `npm run content -- blanks` prints it and somebody has filled it in. */
export const lookSheetSchema = z.strictObject({ document: text(6, 80), ...secondLook.omit({ by: true }).shape });

const common = {
  title: text(2, 30),
  period,
  topic,
  facts: z.array(fact).min(1, "至少写一条事实"),
  sources: z.array(source).min(1, "至少写一处出处"),
  checked,
};

const entryCommon = {
  ...common,
  summary: text(6, 60),
  mourning: z.boolean().optional(),
  recall: z.array(idSchema).min(1, "至少一道回想题").max(3, "最多三道回想题"),
};

/** Front matter of `daily/MM-DD.md`: an event or a person of that day has a date, a theme has none. A person is named. */
export const entryFrontSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("event"), date: day, ...entryCommon }),
  z.strictObject({
    kind: z.literal("person"),
    date: day,
    people: z.array(text(2, 12)).min(1, "写出讲的是谁：people: [陈潭秋]"),
    ...entryCommon,
  }),
  z.strictObject({ kind: z.literal("theme"), ...entryCommon }),
]);

const partialDate = plainDate(["year", "month", "day"], "1934-10");

const timelineItem = z.strictObject({
  date: partialDate,
  text: text(2, 40),
  note: text(1, 60).optional(),
  here: z.boolean().optional(),
});

export const LESSON_LEVELS = { key: "重点", hard: "难点", general: "常识" } as const;

/** Front matter of `lessons/<course>/<nn-slug>.md`. */
export const lessonFrontSchema = z.strictObject({
  ...common,
  subtitle: text(2, 30).optional(),
  summary: text(20, 80),
  level: z.enum(["key", "hard", "general"], { error: "只能是key、hard、general之一" }),
  timeline: z.array(timelineItem).min(2, "至少两条").max(10, "最多十条"),
  terms: z.array(z.strictObject({ term: text(1, 20), text: text(4, 120) })).max(8, "最多八条"),
  discuss: z.array(text(6, 100)).min(1, "至少一个问题").max(3, "最多三个问题"),
  recall: z.array(idSchema).min(3, "至少三道回想题").max(6, "最多六道回想题"),
});

/** Front matter of `leaflets/<slug>.md`, a folded sheet of cards. */
export const leafletFrontSchema = z.strictObject({
  ...common,
  title: text(2, 16),
  summary: text(10, 60),
  /** None of a leaflet that runs through all periods. */
  period: period.optional(),
  order: z.int().min(1).max(99),
});

/** Seconds; three hours is longer than any film that is shown in a canteen. */
const filmLength = z.int("写成整数的秒数，例如72").min(5, "至少5秒").max(10_800, "最多三小时");
const lookFor = z.array(text(4, 60)).max(5, "最多五条");
const askedAfter = z.array(text(6, 100)).max(3, "最多三个问题");
const subject = z.enum(DRAWN_SUBJECTS, { error: `只能是${DRAWN_SUBJECTS.join("、")}之一` });
const scene = z.strictObject({ draw: subject, say: text(4, 44) });
const film = {
  title: text(2, 30),
  summary: text(10, 80),
  publisher: z.string("写明谁拍的、谁发布的").trim().min(2, "写明谁拍的、谁发布的").max(60, "最多60个字"),
  /** Where it is watched when no file lies beside the page. */
  link: address.optional(),
  /** False of a film without sound. */
  sound: z.boolean("写true（有声）或false（无声）").default(true),
};

/** Front matter of `films/<slug>.md`. The film lies beside it, under the same name. */
export const filmFrontSchema = z.strictObject({
  ...common,
  ...film,
  /** None of a film that runs through all periods. */
  period: period.optional(),
  order: z.int().min(1).max(99),
  length: filmLength,
  "look-for": lookFor.min(1, "至少写一条看点"),
  discuss: askedAfter.min(1, "至少一个问题"),
  /** The lesson that tells the same at length. */
  lesson: z.string().regex(LESSON_ID, "写成lessons/<课程>/<nn-slug>").optional(),
  /** Of a film drawn by `npm run films`: from the timeline of that lesson, one sentence for each of its lines. */
  drawn: z
    .strictObject({ opening: text(4, 40), scenes: z.array(scene).min(2, "至少两条"), closing: text(4, 44) })
    .optional(),
});

/** Front matter of a film that a unit adds itself, in `DATA_DIR/films/<slug>.md`: who published it, and little else. */
export const ownFilmFrontSchema = z.strictObject({
  ...film,
  period: period.optional(),
  order: z.int().min(1).max(999).default(999),
  /** Read from the file when it says so. */
  length: filmLength.optional(),
  "look-for": lookFor.default([]),
  discuss: askedAfter.default([]),
  lesson: z.string().regex(LESSON_ID, "写成lessons/<课程>/<nn-slug>").optional(),
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "这里由npm run films写");
/** `films/drawn.yaml`, written by `npm run films`: digests of what a film was drawn from and of its files. */
export const drawnSchema = z.array(
  z.strictObject({ film: idSchema, from: sha256, files: z.record(z.string(), sha256) }),
);

export const courseSchema = z.strictObject({
  title: text(2, 20),
  summary: text(6, 60),
  /** None of a course that runs through all periods. */
  period: period.optional(),
  order: z.int().min(1).max(99),
});

const questionCommon = {
  id: idSchema,
  stem: text(6, 120),
  explanation: text(8, 160),
  anchor: z
    .string()
    .regex(
      /^(lessons\/[a-z0-9-]+\/\d{2}-[a-z0-9-]+|daily\/\d{2}-\d{2})#[a-z0-9-]+$/,
      "写成lessons/<课程>/<nn-slug>#<锚点>或daily/<MM-DD>#<锚点>",
    ),
  cites: z.array(sourceId).min(1, "至少写一处出处"),
  topic,
  period,
  difficulty: z.enum(DIFFICULTIES, { error: "只能是easy、medium、hard之一" }),
};
const option = z.strictObject({ text: text(1, 40), right: z.boolean().optional() });

export const questionSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("single"),
    options: z.array(option).min(3, "单选题要3到5个选项").max(5, "单选题要3到5个选项"),
    ...questionCommon,
  }),
  z.strictObject({
    type: z.literal("multiple"),
    options: z.array(option).min(4, "多选题要4到6个选项").max(6, "多选题要4到6个选项"),
    ...questionCommon,
  }),
  z.strictObject({ type: z.literal("true-false"), answer: z.boolean({ error: "写true或false" }), ...questionCommon }),
  z.strictObject({
    type: z.literal("fill"),
    blanks: z
      .array(z.array(text(1, 30)).min(1, "每个空至少一种写法"))
      .min(1, "至少一个空")
      .max(4, "最多四个空"),
    ...questionCommon,
  }),
  z.strictObject({
    type: z.literal("ordering"),
    items: z.array(text(1, 40)).min(3, "排序题要3到6项").max(6, "排序题要3到6项"),
    /** When each item was, told by this document or by another one; null where no day is known. For the checker alone. */
    dates: z.array(z.union([partialDate, z.strictObject({ date: partialDate, in: DOCUMENT_ID }), z.null()])).optional(),
    /** What the order rests on where dates do not prove it. */
    because: text(8, 60).optional(),
    ...questionCommon,
  }),
  z.strictObject({
    type: z.literal("matching"),
    pairs: z
      .array(z.strictObject({ left: text(1, 30), right: text(1, 30) }))
      .min(3, "连线题要3到5对")
      .max(5, "连线题要3到5对"),
    ...questionCommon,
  }),
]);

/** `topics.yaml`: key → what people read. */
export const topicsSchema = z.record(z.string().regex(KEBAB), text(2, 12));

const host = z.string().regex(/^\.?[a-z0-9-]+(\.[a-z0-9-]+)+$/, "站点写成12371.cn或.12371.cn");
/** `sources.yaml`: the sites that may be cited. */
export const sitesSchema = z.array(
  z.strictObject({ tier: z.enum(["A", "B"]), name: text(2, 40), hosts: z.array(host).min(1) }),
);

export type EntryFront = z.infer<typeof entryFrontSchema>;
export type LessonFront = z.infer<typeof lessonFrontSchema>;
export type LeafletFront = z.infer<typeof leafletFrontSchema>;
export type FilmFront = z.infer<typeof filmFrontSchema>;
export type OwnFilmFront = z.infer<typeof ownFilmFrontSchema>;
export type Drawn = z.infer<typeof drawnSchema>[number];
export type CourseFront = z.infer<typeof courseSchema>;
export type FileQuestion = z.infer<typeof questionSchema>;
export type Source = z.infer<typeof source>;
export type Fact = z.infer<typeof fact>;
export type SecondLook = z.infer<typeof secondLook>;
export type LookSheet = z.infer<typeof lookSheetSchema>;

/** 审核通过: which library, and who looked at it. */
export const acceptLibrarySchema = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  reviewer: z.string().trim().min(2, "写上审核人的姓名").max(20, "最多20个字"),
});
