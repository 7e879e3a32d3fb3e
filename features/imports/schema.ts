import { z } from "zod";

const IMPORT_KINDS = ["organisations", "members", "questions", "projects", "duties"] as const;
export const importKindSchema = z.enum(IMPORT_KINDS, { error: "选一类：两新组织、人员、题目、志愿项目或责任" });

const importId = z.string().min(1).max(64);
export const importIdSchema = z.object({ importId });

/** A select for each column of the sheet, named by its letter: the field, or nothing. */
export const chooseColumnsSchema = z
  .object({ importId })
  .catchall(z.string().max(40))
  .transform(({ importId: id, ...selects }) => {
    const pairs = Object.entries(selects).flatMap(([name, field]): [field: string, column: string][] => {
      const column = /^column-([A-Z]{1,3})$/.exec(name)?.[1];
      return column === undefined || field === "" ? [] : [[String(field), column]];
    });
    const chosen = Object.fromEntries(pairs);
    return { importId: id, chosen, isTwice: Object.keys(chosen).length < pairs.length };
  });

/** Which part of a dry run is shown. */
export const importPartSchema = z.object({
  show: z.enum(["faults", "updates", "moves", "new", "absent"]).optional().catch(undefined),
  column: z
    .string()
    .regex(/^[A-Z]{1,3}$/)
    .optional()
    .catch(undefined),
  row: z.coerce.number().int().min(1).max(2_000_000).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ImportPart = z.output<typeof importPartSchema>;
