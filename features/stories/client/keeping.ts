import { change, forget, listKept } from "@/lib/browser-store";
import type { StoryDraft } from "../schema";

/**
 * What was typed and is not on the server yet, in this browser: one entry for each page that is open, so that two pages
 * with the same story do not write over each other.
 */
export type KeptStory = {
  readonly storyId: string;
  /** The version that was written on; 0 for a story the server does not know. */
  readonly base: number;
  readonly draft: StoryDraft;
  /** What was sent last and not answered: it may have arrived all the same. */
  readonly sent: StoryDraft | null;
  readonly at: number;
};

const PREFIX = "story:";

export type KeptEntry = KeptStory & { readonly key: string };

export const newPageKey = (memberId: string, storyId: string): string => {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0"));
  return `${PREFIX}${memberId}:${storyId}:${random.join("")}`;
};

/** Never throws: without storage the text is on the page alone. */
export async function keepStory(key: string, memberId: string, value: KeptStory): Promise<boolean> {
  return change<KeptStory>(key, () => ({ memberId, unsent: 1, value })).then(
    () => true,
    () => false,
  );
}

export const forgetStory = (key: string): Promise<void> => forget(key).catch(() => undefined);

/**
 * After a save: forgets what this browser kept where the server has all that stands on the page, and answers whether it has.
 * Typing goes on while the storage is written to, so the page is asked again afterwards, and what came meanwhile is kept.
 */
export async function forgetIfSaved(key: string, isSaved: () => boolean, keep: () => Promise<void>): Promise<boolean> {
  if (isSaved()) await forgetStory(key);
  if (isSaved()) return true;
  await keep();
  return false;
}

/** What this person has not sent, the newest first; of one story, or of all that the server does not know. */
export async function listKeptStories(memberId: string, storyId: string | null): Promise<KeptEntry[]> {
  const all = await listKept<KeptStory>().catch(() => []);
  return all
    .filter(([key]) => key.startsWith(`${PREFIX}${memberId}:`))
    .map(([key, { value }]) => ({ key, ...value }))
    .filter((entry) => (storyId === null ? entry.base === 0 : entry.storyId === storyId))
    .sort((a, b) => b.at - a.at);
}

export const isSameDraft = (a: StoryDraft, b: StoryDraft): boolean =>
  a.title === b.title && a.body === b.body && a.visibility === b.visibility && a.showName === b.showName;
