"use server";

import { revalidatePath } from "next/cache";
import { consoleAction } from "@/features/access/gates/action";
import { latestQuarters } from "@/domain/figures/quarter";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { findOrganisationResource } from "@/features/organisations/queries";
import { AppError } from "@/lib/errors";
import { QUARTERS_SHOWN } from "./constants";
import { answerObjection } from "./mutations/answer-objection";
import { objectToFigure } from "./mutations/object-to-figure";
import { findObjectionPlace } from "./queries/objections";
import { answerObjectionSchema, objectSchema } from "./schema";

/** Reached by a grant over the whole zone alone. */
const NOWHERE = { organisationId: "", stationId: "" };

/** An organisation's party worker says that a figure about it is not so. */
export const objectToFigureAction = consoleAction
  .metadata({ permission: "figures.object" })
  .inputSchema(objectSchema)
  .action(async ({ parsedInput, ctx }) => {
    const organisation = await findOrganisationResource(parsedInput.organisationId);
    ctx.authorise(organisation ?? { kind: "organisation", ...NOWHERE });
    if (!organisation) throw new AppError("not-found", "没有这家单位，刷新页面再看。");
    if (!latestQuarters(businessDateOf(ctx.now), QUARTERS_SHOWN).includes(parsedInput.quarter)) {
      throw new AppError("invalid", "这个季度不在页面上能看的季度里，没有收下。写的内容还在这一页。");
    }
    const result = await objectToFigure({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) {
      throw result.reason === "open"
        ? new AppError("conflict", "这一项已经有一条异议在等答复，这一次没有存。写的内容还在这一页，等有了答复再补充。")
        : new AppError("not-found", "没有这家单位，刷新页面再看。");
    }
    revalidatePath("/branch/organisation");
    return { done: true };
  });

/** The committee answers an objection. */
export const answerObjectionAction = consoleAction
  .metadata({ permission: "figures.answer" })
  .inputSchema(answerObjectionSchema)
  .action(async ({ parsedInput, ctx }) => {
    const place = await findObjectionPlace(parsedInput.objectionId);
    ctx.authorise({ kind: "organisation", ...(place ?? NOWHERE) });
    if (!place) throw new AppError("not-found", "没有这一条异议，刷新页面再看。");
    const result = await answerObjection({ ...parsedInput, actorId: ctx.session.memberId, now: ctx.now });
    if (!result.ok) {
      throw result.reason === "answered"
        ? new AppError("conflict", "已经有人答复过了，这一次没有存。刷新页面就能看到。")
        : new AppError("not-found", "没有这一条异议，刷新页面再看。");
    }
    revalidatePath("/committee/objections");
    return { done: true };
  });
