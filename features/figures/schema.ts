import { z } from "zod";
import { STANDING_GROUPS } from "@/domain/figures/standing-group";
import { FIGURES } from "./types";

/** A word of the address: one that is not among the words counts as not given. */
const word = <const Words extends readonly [string, ...string[]]>(...words: Words) => z.enum(["", ...words]).catch("");

const SORT_COLUMNS = ["name", "people", "assigned", "answered", "excused", "recall"] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];
const SORTS = SORT_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
export type Sort = SortColumn | `-${SortColumn}`;

/** The search, the filters and the order of the desk, as they stand in the address; anything odd counts as not given. */
export const deskFilterSchema = z.object({
  q: z.string().trim().max(60).catch(""),
  quarter: z.string().max(6).catch(""),
  stationId: z.string().max(64).catch(""),
  kind: word("enterprise", "social"),
  standing: z.enum(STANDING_GROUPS).catch("members"),
  /** Only organisations that gave reasons. */
  reasons: word("1"),
  /** Without it, by station. */
  view: word("all"),
  /** The station whose organisations are unfolded. */
  open: z.string().max(64).catch(""),
  sort: z.enum(SORTS as [Sort, ...Sort[]]).catch("name"),
  page: z.coerce.number().int().min(1).max(9_999).catch(1),
});
export type DeskFilter = z.infer<typeof deskFilterSchema>;

/** Which quarter of an organisation's figures is shown. */
export const quarterSchema = z.object({ quarter: z.string().max(6).catch("") });

const words = (low: number, high: number, few: string) =>
  z.string({ error: few }).trim().min(low, few).max(high, `最多${high}个字，现在太长了`);

export const objectSchema = z.object({
  organisationId: z.string().min(1).max(64),
  quarter: z.string().min(1).max(6),
  figure: z.enum(FIGURES, { error: "没有写明是哪一项" }),
  text: words(5, 500, "请写明哪里不对、应该是什么，至少五个字"),
});
export type ObjectInput = z.infer<typeof objectSchema>;

export const answerObjectionSchema = z.object({
  objectionId: z.string().min(1).max(64),
  answer: words(2, 500, "请写答复，至少两个字"),
});
export type AnswerObjectionInput = z.infer<typeof answerObjectionSchema>;
