import { z } from "zod";
import { EXCUSE_MANNERS, OFFLINE_MANNERS } from "@/domain/assignments/outcome";
import type { ApiOperation } from "@/lib/openapi";
import { TARGET_KINDS } from "./types";

const id = z.string().min(1).max(64);
const lines = (text: string): string[] => [...new Set(text.split("\n").filter((line) => line !== ""))];

const TARGET = new RegExp(`^(${TARGET_KINDS.join("|")}):(.{1,120})$`, "u");
const MOST_TARGETS = 20;
const MOST_PEOPLE = 500;

/** `kind:id`, one a line. */
const targets = z
  .string()
  .max(4000)
  .transform(lines)
  .pipe(
    z
      .array(z.string().regex(TARGET, "选的内容不对，请刷新页面重新选择"))
      .min(1, "请至少选一项要学的内容")
      .max(MOST_TARGETS, `一次最多派发${MOST_TARGETS}项`),
  )
  .transform((chosen) =>
    chosen.map((line) => {
      const [kind = "", ...rest] = line.split(":");
      return { kind: TARGET_KINDS.find((one) => one === kind) ?? "lesson", id: rest.join(":") };
    }),
  );

/** Member ids, one a line. */
const people = z
  .string()
  .max(40_000)
  .default("")
  .transform(lines)
  .pipe(z.array(id).max(MOST_PEOPLE, `一次最多${MOST_PEOPLE}人`));

const note = z.string().trim().max(200, "最多200个字，现在太长了").default("");

export const setAssignmentsSchema = z
  .object({
    branchId: id,
    targets,
    whom: z.enum(["whole", "chosen"], "请选择派给谁"),
    memberIds: people,
    /** A date that was offered, or `other`. */
    due: z.string("请选择完成日期").min(1, "请选择完成日期").max(10),
    otherDue: z.string().max(10).default(""),
    note,
  })
  .transform(({ due, otherDue, whom, memberIds, ...rest }) => ({
    ...rest,
    memberIds: whom === "whole" ? null : memberIds,
    dueOn: due === "other" ? otherDue : due,
  }));

export const withdrawAssignmentSchema = z.object({ assignmentId: id });

const about = { assignmentId: id, memberIds: people, note };

export const recordResultsSchema = z.discriminatedUnion("kind", [
  z.object({
    ...{ ...about, kind: z.literal("offline"), manner: z.enum(OFFLINE_MANNERS, "请选择怎么学的") },
    on: z.iso.date("请选择学习的日期"),
  }),
  z.object({ ...about, kind: z.literal("excused"), manner: z.enum(EXCUSE_MANNERS, "请选择原因") }),
]);

const version = z.string().regex(/^[0-9a-z]{6,9}$/u);

export const undoResultSchema = z.object({ assignmentId: id, memberId: id, version });

export const answerResultObjectionSchema = z.object({
  assignmentId: id,
  memberId: id,
  /** Of the objection, not of the record. */
  version,
  answer: z.string("请写一句话").trim().min(2, "请写一句话，说明为什么是对的").max(200, "最多200个字，现在太长了"),
});

export const objectSchema = z.object({
  assignmentId: id,
  words: z.string("请写一句话").trim().min(2, "请写一句话，说明哪里不对").max(200, "最多200个字，现在太长了"),
});

export const withdrawObjectionSchema = z.object({ assignmentId: id });

const ownAssignment = z.strictObject({
  id: z.string(),
  kind: z.enum(TARGET_KINDS),
  kindName: z.string(),
  title: z.string(),
  href: z.string(),
  note: z.string().describe("A word of the officer; empty without one."),
  dueOn: z.string().describe("The last day, in Asia/Shanghai."),
  due: z.string().describe("The time left, in Chinese."),
  state: z.enum(["open", "answered", "offline", "excused", "objected"]),
  stateText: z.string(),
  available: z.boolean().describe("False while the content is taken down."),
});

const ownAssignmentsSchema = z.strictObject({
  date: z.string().describe("Business day in Asia/Shanghai."),
  assignments: z.array(ownAssignment),
});
export type OwnAssignmentItem = z.output<typeof ownAssignment>;
export type OwnAssignmentsReply = z.output<typeof ownAssignmentsSchema>;

export const ASSIGNMENT_OPERATIONS: readonly ApiOperation[] = [
  {
    id: "listOwnAssignments",
    method: "get",
    path: "/me/assignments",
    summary: "What the person's branch has set and is not past its day, and what became of it",
    replies: { 200: { description: "The nearest due date first", schema: ownAssignmentsSchema } },
  },
];
