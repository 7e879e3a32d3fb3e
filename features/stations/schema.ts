import { z } from "zod";

const name = z.string().trim().min(1, "请输入站名").max(60, "站名最多60个字");
/** As the person who edits has read it. */
const read = { id: z.string().min(1).max(64), version: z.coerce.number().int().min(0) };

export const addStationSchema = z.object({ name });

export const editStationSchema = z.object({
  ...read,
  name,
  /** 1 is the first. */
  position: z.coerce.number().int().min(1).max(999),
});

export const setStationStateSchema = z.object({ ...read, state: z.enum(["active", "closed"]) });
