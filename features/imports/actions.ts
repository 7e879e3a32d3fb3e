"use server";

import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { MEMBER_FIELDS, ORGANISATION_FIELDS } from "@/domain/imports/fields";
import { DUTY_RULES } from "@/domain/imports/duties";
import { PROJECT_RULES } from "@/domain/imports/projects";
import { QUESTION_RULES } from "@/domain/imports/questions";
import type { Resource } from "@/domain/access/types";
import { consoleAction } from "@/features/access/gates/action";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { cancelImport, chooseColumns } from "./mutations/end-imports";
import { checkImport } from "./mutations/check-import";
import { writeImport } from "./mutations/write-import";
import { findImportPlace } from "./queries/find-import";
import type { ImportKind } from "./types";
import { chooseColumnsSchema, importIdSchema } from "./schema";

const FIELDS = {
  organisations: ORGANISATION_FIELDS,
  members: MEMBER_FIELDS,
  questions: QUESTION_RULES.map(({ field }) => field),
  projects: PROJECT_RULES.map(({ field }) => field),
  duties: DUTY_RULES.map(({ field }) => field),
} as const;

const GONE = "这个文件不在了，没有改动。请回到导入页重新上传。";

type Authorise = (resource: Resource) => void;

/** What the file is; refused before anything is said about it. One that is not there is asked of the whole zone. */
async function openedBy(authorise: Authorise, importId: string): Promise<ImportKind> {
  const place = await findImportPlace(importId);
  authorise(place?.resource ?? { kind: "zone" });
  if (place === null) throw new AppError("not-found", GONE);
  return place.kind;
}

/** 写入: the faultless rows, all or none. */
export const writeImportAction = consoleAction
  .metadata({ permission: "register.import" })
  .inputSchema(importIdSchema)
  .action(async ({ parsedInput: { importId }, ctx }) => {
    await openedBy(ctx.authorise, importId);
    const result = await writeImport({ importId, actorId: ctx.session.memberId, clock: now });
    revalidatePath(`/committee/imports/${importId}`);
    if (!result.ok) throw new AppError("conflict", result.detail);
    return { done: true };
  });

/** 不导入了. */
export const cancelImportAction = consoleAction
  .metadata({ permission: "register.import" })
  .inputSchema(importIdSchema)
  .action(async ({ parsedInput: { importId }, ctx }) => {
    await openedBy(ctx.authorise, importId);
    const isEnded = await cancelImport({ importId, actorId: ctx.session.memberId, now: ctx.now });
    revalidatePath(`/committee/imports/${importId}`);
    if (!isEnded) throw new AppError("conflict", "这个文件正在写入或者已经办完，不能取消。");
    return { done: true };
  });

/** 列的对应: looks again with the columns that were chosen. */
export const chooseColumnsAction = consoleAction
  .metadata({ permission: "register.import" })
  .inputSchema(chooseColumnsSchema)
  .action(async ({ parsedInput: { importId, chosen, isTwice }, ctx }) => {
    const kind = await openedBy(ctx.authorise, importId);
    const fields: readonly string[] = FIELDS[kind];
    if (Object.keys(chosen).some((field) => !fields.includes(field)))
      throw new AppError("invalid", "有一列选得不对，请重新选。");
    if (isTwice) throw new AppError("invalid", "有两列选了同一项，没有重看。请只留一列。");
    if (Object.keys(chosen).length === 0) throw new AppError("invalid", "至少选一列。");
    if (!(await chooseColumns(importId, chosen))) throw new AppError("conflict", "这个文件已经办完，不能再换列。");
    after(() => checkImport({ importId, clock: now }));
    revalidatePath(`/committee/imports/${importId}`);
    return { done: true };
  });
