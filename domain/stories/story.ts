/**
 * How a story of an organisation (厂情厂史) comes to be read.
 *
 * The rule: its author writes, somebody else looks it through. It is changed while it is a draft, was returned, or stands
 * before readers already: they go on seeing the version that was published until a newer one is. What waits for the other
 * person is not changed; its author may take it back. A text that nobody ever saw can be thrown away, and fetched again
 * for thirty days.
 *
 * Example: published → written on (draft, the published version still shown) → submitted → published, as version 2.
 */
export const STORY_STATES = ["draft", "submitted", "returned", "published", "withdrawn", "discarded"] as const;
export type StoryState = (typeof STORY_STATES)[number];

export const STORY_STATE_LABELS: Readonly<Record<StoryState, string>> = Object.freeze({
  draft: "草稿",
  submitted: "等审核",
  returned: "退回修改",
  published: "已发布",
  withdrawn: "已收回",
  discarded: "已丢掉",
});

/** For whom a story is: the organisation's own people, or everybody. */
export const VISIBILITIES = ["organisation", "all"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const VISIBILITY_LABELS: Readonly<Record<Visibility, string>> = Object.freeze({
  organisation: "只给本单位的人看",
  all: "给所有人看",
});

/** What the author does; `publish` and `return` are another person's (review.ts). */
export const AUTHOR_STEPS = ["submit", "recall", "withdraw", "discard", "restore"] as const;
export type AuthorStep = (typeof AUTHOR_STEPS)[number];
export type StoryStep = AuthorStep | "write" | "publish" | "return";

const FROM: Readonly<Record<StoryStep, readonly StoryState[]>> = {
  write: ["draft", "returned", "published", "withdrawn"],
  submit: ["draft", "returned", "withdrawn"],
  recall: ["submitted"],
  publish: ["submitted"],
  return: ["submitted"],
  withdraw: ["draft", "submitted", "returned", "published"],
  discard: ["draft", "returned"],
  restore: ["discarded"],
};

const WHY_NOT: Readonly<Record<StoryState, string>> = {
  draft: "这一篇还是草稿，没有送去审核。",
  submitted: "这一篇正在等审核，要改先拿回来。",
  returned: "这一篇已退回修改。",
  published: "这一篇已经发布，没有新的改动。",
  withdrawn: "这一篇已经收回。",
  discarded: "这一篇已经丢掉，要写先找回来。",
};

export interface StoryStanding {
  readonly state: StoryState;
  /** A version stands before readers. */
  readonly isShown: boolean;
  /** A version was ever published. */
  readonly wasPublished: boolean;
}

/** Why this step cannot be taken now, in Chinese; null when it can. Who may take it is not asked here. */
export function stepFault(step: StoryStep, { state, isShown, wasPublished }: StoryStanding): string | null {
  if (!FROM[step].includes(state)) return WHY_NOT[state];
  if (step === "withdraw" && !isShown) return "这一篇没有给人看，用不着收回。";
  if (step === "discard" && wasPublished) return "这一篇发布过，不能丢掉，可以收回。";
  return null;
}

/** The state after a step of the author. Writing goes on from a returned text, so that the reason stays in sight. */
export function stateAfter(step: Exclude<StoryStep, "publish" | "return">, state: StoryState): StoryState {
  switch (step) {
    case "write":
      return state === "returned" ? "returned" : "draft";
    case "submit":
      return "submitted";
    case "recall":
    case "restore":
      return "draft";
    case "discard":
      return "discarded";
    case "withdraw":
      return state === "published" ? "withdrawn" : state;
  }
}

/** May somebody who works at `organisationId` (null: nowhere, or not signed in) read what is shown? */
export function mayRead(
  shown: { readonly to: Visibility; readonly organisationId: string },
  organisationId: string | null,
): boolean {
  return shown.to === "all" || shown.organisationId === organisationId;
}

/** Days for which a text that was thrown away can be fetched again. */
export const DISCARDED_DAYS = 30;
/** Days for which a picture is kept that stands in no text. */
export const UNUSED_PICTURE_DAYS = 7;
/** Pictures that can ever be sent up for one story; nine of them stand in it. */
export const PICTURES_A_STORY = 30;
/** What the pictures of one organisation may weigh together. */
export const SHELF_BYTES = 200 * 1024 * 1024;
