import { z } from "zod";

const id = z.string().min(1).max(64);

export const mergeSchema = z.object({
  keptId: id,
  goneId: id,
  /** Ticked by whoever has made sure. */
  sure: z.literal("yes", "请先确认是同一个人"),
});

/** What stands in the address while two accounts are being chosen. */
export const mergeChoiceSchema = z.object({
  keep: z.string().max(64).catch(""),
  gone: z.string().max(64).catch(""),
  q: z.string().trim().max(60).catch(""),
});
