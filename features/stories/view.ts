import { summaryOf } from "@/domain/stories/text";
import { initialsOf } from "@/domain/people/initials";
import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import type { SearchSource } from "@/features/search/mutations";
import { readWritten, writtenHtml, type Picture } from "@/lib/markdown/written";
import type { StoryPicture } from "./queries/find-story";
import type { PictureReply } from "./schema";
import type { ShownStory } from "./queries/list-stories";

export const pageOf = (storyId: string): string => `/stories/${storyId}`;

/** Name of a story where takedowns, reports and the search keep it. */
export const itemOf = (storyId: string): string => `stories/${storyId}`;

/** What a reader sees of a text, without marks. */
export const plainOf = (body: string): string => readWritten(body).plain;

/** The numbers of the pictures that stand in a text. */
export const pictureNumbers = (body: string): number[] => readWritten(body).pictures.map(({ number }) => number);

/** A picture as whoever sent it up is answered. */
export function pictureReply(storyId: string, picture: StoryPicture): PictureReply {
  const { number, width, height } = picture;
  const src = addressOf(storyId, number);
  return { number, src, small: `${src}-small`, width, height };
}

/** What the search keeps of a story that is for everybody. */
export function searchableOf({ id, title, body }: { id: string; title: string; body: string }): SearchSource {
  const { plain } = readWritten(body);
  return {
    ...{ id: itemOf(id), kind: "story", title, initials: initialsOf(title, "place") },
    ...{ summary: summaryOf(plain), text: plain, date: null },
  };
}

const addressOf = (storyId: string, number: number): string => `${pageOf(storyId)}/images/${number}`;

export function picturesOf(storyId: string, pictures: readonly StoryPicture[]): ReadonlyMap<number, Picture> {
  return new Map(
    pictures.map(({ number, ...size }) => {
      const src = addressOf(storyId, number);
      return [number, { src, small: `${src}-small`, ...size }];
    }),
  );
}

/** A story as its page shows it. */
export type StoryView = {
  title: string;
  html: string;
  /** 示例企业，王示例写，2026年11月22日 */
  byline: string;
};

type Seen = Pick<ShownStory, "id" | "title" | "body" | "organisation" | "author"> & { at: Date };

export function storyView(story: Seen, pictures: readonly StoryPicture[]): StoryView {
  const { id, title, body, organisation, author, at } = story;
  return {
    title: title.trim() === "" ? "还没有标题" : title,
    html: writtenHtml(body, picturesOf(id, pictures)),
    byline: [organisation, author === null ? null : `${author}写`, formatFull(businessDateOf(at))]
      .filter((part) => part !== null && part !== "")
      .join("，"),
  };
}

export type StoryCard = { id: string; href: string; title: string; summary: string; meta: string };

export function storyCard(story: ShownStory): StoryCard {
  const { id, title, summary, organisation, to, publishedAt } = story;
  const inside = to === "organisation" ? "，只给本单位的人看" : "";
  const meta = `${organisation}，${formatFull(businessDateOf(publishedAt))}${inside}`;
  return { id, href: pageOf(id), title, summary, meta };
}
