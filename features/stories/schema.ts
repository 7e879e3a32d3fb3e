import { z } from "zod";
import { AUTHOR_STEPS, STORY_STATES, VISIBILITIES } from "@/domain/stories/story";
import { STORY_LIMITS } from "@/domain/stories/text";
import type { ApiOperation, ApiParameter } from "@/lib/openapi";

const { draftTitle, draftBody } = STORY_LIMITS;

const draftFields = {
  title: z.string().max(draftTitle, `标题最多${draftTitle}个字`),
  body: z.string().max(draftBody, `正文最多${draftBody}个字，没有存上，请分成两篇`),
  visibility: z.enum(VISIBILITIES),
};

/** A draft may be incomplete; it may not be endless. */
export const saveStorySchema = z.strictObject({
  version: z.int().min(0).describe("As it was read; 0 for a new one."),
  ...draftFields,
  showName: z.boolean(),
});
export type StoryDraft = Omit<z.output<typeof saveStorySchema>, "version">;

/** The same from a plain form, before any script has come. */
export const typedStorySchema = z.object({
  version: z.coerce.number().int().min(0).max(1_000_000),
  ...draftFields,
  showName: z.literal("on").optional(),
});

/** The client's own for a new story, and ours. */
export const storyIdSchema = z.uuid();

const storyId = z.string().min(1).max(64);
const version = z.coerce.number().int().min(0);

export const stepStorySchema = z.object({ storyId, version, step: z.enum(AUTHOR_STEPS) });

export const publishStorySchema = z.object({
  storyId,
  version,
  visibility: z.enum(VISIBILITIES, { error: "选给谁看" }),
});

export const returnStorySchema = z.object({
  ...{ storyId, version },
  note: z.string().trim().min(2, "写明为什么退回，至少两个字").max(300, "最多300个字"),
});

const none = (value: unknown): unknown => (typeof value === "string" ? value : "");

/** What of the stories is listed. */
export const storyFilterSchema = z.object({
  organisation: z.preprocess(none, z.string().max(64).catch("")),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const savedSchema = z.strictObject({
  version: z.int(),
  state: z.enum(STORY_STATES),
  faults: z.array(z.string()).describe("What keeps it from being sent, in Chinese."),
});
export type SavedReply = z.output<typeof savedSchema>;

const standingSchema = z.strictObject({ version: z.int(), ...draftFields, showName: z.boolean() });
export type StandingDraft = z.output<typeof standingSchema>;

const pictureSchema = z.strictObject({
  number: z.int().describe("The text names it so: ![words](图3)."),
  ...{ src: z.string(), small: z.string(), width: z.int(), height: z.int() },
});
export type PictureReply = z.output<typeof pictureSchema>;

const id: ApiParameter = {
  name: "id",
  in: "path",
  description: "Id of the story; a new one gets the client's own UUID",
};

export const STORY_OPERATIONS: readonly ApiOperation[] = [
  {
    ...{ id: "saveStory", method: "put", path: "/stories/{id}", parameters: [id] },
    summary: "Keeps a draft of one's own; the same text again changes nothing, another version is not overwritten",
    body: saveStorySchema,
    replies: {
      200: { description: "Kept", schema: savedSchema },
      201: { description: "A new draft", schema: savedSchema },
    },
    problems: ["not-found", { code: "conflict", members: z.object({ standing: standingSchema.optional() }) }],
  },
  {
    ...{ id: "saveStoryForm", method: "post", path: "/stories/{id}", parameters: [id] },
    summary: "The same from a plain form, for a browser without script; refusals are pages",
    replies: { 303: { description: "Kept; leads to the page of the draft" } },
    problems: ["not-found", "conflict", "invalid"],
  },
  {
    ...{ id: "addStoryPicture", method: "post", path: "/stories/{id}/images", parameters: [id] },
    summary: "A JPEG, PNG or WebP of at most 10 MB as the one file of a multipart form; made anew without its metadata",
    replies: {
      200: { description: "Sent up before", schema: pictureSchema },
      201: { description: "A new picture", schema: pictureSchema },
    },
    problems: ["not-found", "conflict", "invalid", "too-large", "too-many-requests"],
  },
];
