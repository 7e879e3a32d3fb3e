import { apiRoute } from "@/features/access/gates/api";
import { readUpload } from "@/features/access/gates/upload";
import { addPicture } from "@/features/stories/mutations/add-picture";
import { storyIdSchema } from "@/features/stories/schema";
import { pictureReply } from "@/features/stories/view";
import { AppError, type ErrorCode } from "@/lib/errors";
import { PICTURE_LIMITS } from "@/lib/pictures/picture";
import { jsonReply } from "@/lib/problem";

const CODES = {
  ...{ unknown: "not-found", state: "conflict", refused: "invalid", full: "conflict", "too-many": "too-many-requests" },
} as const satisfies Record<string, ErrorCode>;

const WORDS = {
  tooLarge: new AppError("too-large", "这张图超过10MB，没有收下。请在手机相册里缩小，或截屏再传。"),
  missing: "还没有选图片。",
};

/** A picture comes in and is made anew; its number is what the text names it by. */
export const POST = apiRoute<{ id: string }>({
  permission: "story.write",
  handle: async ({ own, now, params, request }) => {
    const id = storyIdSchema.safeParse(params.id);
    if (!id.success) throw new AppError("not-found", "没有这一篇，图片没有收下。");
    const { file } = await readUpload(request, PICTURE_LIMITS.bytes, WORDS);
    const result = await addPicture({ storyId: id.data, content: file.content, own, now });
    if (!result.ok) throw new AppError(CODES[result.reason], result.detail);
    return jsonReply(pictureReply(id.data, result.picture), result.isNew ? 201 : 200);
  },
});
