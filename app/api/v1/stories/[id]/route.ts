import { apiRoute } from "@/features/access/gates/api";
import { formRoute } from "@/features/access/gates/form";
import { saveStory } from "@/features/stories/mutations/save-story";
import { saveStorySchema, storyIdSchema, typedStorySchema } from "@/features/stories/schema";
import { AppError } from "@/lib/errors";
import { jsonReply } from "@/lib/problem";

export const PUT = apiRoute<{ id: string }, typeof saveStorySchema>({
  permission: "story.write",
  body: saveStorySchema,
  handle: async ({ own, now, params, body: { version, ...draft } }) => {
    const id = storyIdSchema.safeParse(params.id);
    if (!id.success) throw new AppError("not-found", "没有这一篇，没有存。");
    const result = await saveStory({ storyId: id.data, version, draft, authorId: own.memberId, now });
    if (result.ok) return jsonReply(result.saved, result.isNew ? 201 : 200);
    if (result.reason === "unknown") throw new AppError("not-found", result.detail);
    if (!("standing" in result)) throw new AppError("conflict", result.detail);
    const { version: standing, title, body, visibility, showName } = result.standing;
    const members = { standing: { version: standing, title, body, visibility, showName } };
    throw new AppError("conflict", result.detail, { members });
  },
});

/** 保存草稿 before any script has come. */
export const POST = formRoute<{ id: string }, typeof typedStorySchema>({
  permission: "story.write",
  form: typedStorySchema,
  handle: async ({ own, now, params, form: { version, showName, ...text } }) => {
    const id = storyIdSchema.safeParse(params.id);
    if (!id.success) throw new AppError("not-found", "没有这一篇，没有存。");
    const draft = { ...text, body: text.body.replaceAll("\r\n", "\n"), showName: showName === "on" };
    const result = await saveStory({ storyId: id.data, version, draft, authorId: own.memberId, now });
    if (result.ok) return `/me/stories/${id.data}`;
    if (result.reason === "unknown") throw new AppError("not-found", result.detail);
    throw new AppError("conflict", `${result.detail}后退可以看到你写的，另开一页看过再改。`);
  },
});
