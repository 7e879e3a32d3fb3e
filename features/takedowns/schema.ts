import { z } from "zod";

export const TARGET_KINDS = ["entry", "lesson", "leaflet", "film", "question", "story"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

const targetId = z.string().trim().min(1, "写明是哪一条").max(120, "编号太长");

export const takeDownSchema = z.object({
  targetKind: z.enum(TARGET_KINDS, { error: "选一类：天天谈、课程、折页、影片、题目或厂情厂史" }),
  targetId,
  reason: z.string().trim().min(2, "写明为什么撤下，至少两个字").max(300, "最多300个字"),
});
export type TakeDownInput = z.infer<typeof takeDownSchema>;

export const restoreSchema = z.object({ takedownId: z.string().min(1).max(64) });
