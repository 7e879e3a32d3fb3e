import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { mayRead } from "@/domain/stories/story";
import { currentSession } from "@/features/access/gates/session";
import type { OwnScope } from "@/features/access/types";
import { findTakenDown } from "@/features/takedowns/queries";
import { now } from "@/lib/clock";
import { listPictures } from "../queries/find-story";
import { findOrganisationOf, findShown, listShown, listTellers, wasTakenBack } from "../queries/list-stories";
import { storyFilterSchema } from "../schema";
import { itemOf, storyCard, storyView, type StoryCard, type StoryView } from "../view";

type Params = Promise<Record<string, string | string[] | undefined>>;

/** Whose own stories the reader sees: null without an account or an organisation. */
async function readerOf(): Promise<{ isSignedIn: boolean; organisationId: string | null }> {
  const session = await currentSession();
  if (!session) return { isSignedIn: false, organisationId: null };
  const own = { memberId: session.memberId } as OwnScope;
  return { isSignedIn: true, organisationId: await findOrganisationOf(own, now()) };
}

export type StoriesPage = {
  isSignedIn: boolean;
  organisation: string;
  tellers: { id: string; name: string }[];
  cards: StoryCard[];
  total: number;
  page: number;
  pages: number;
};

/** 厂情厂史: what is for everybody, and for whoever is signed in what is their organisation's. */
export async function loadStories(params: Params): Promise<StoriesPage> {
  const filter = storyFilterSchema.parse(await params);
  const { isSignedIn, organisationId } = await readerOf();
  const { documents } = await findTakenDown();
  const down = [...documents].flatMap((id) => (id.startsWith("stories/") ? [id.slice("stories/".length)] : []));
  const asked = { readerOf: organisationId, organisationId: filter.organisation, page: filter.page };
  const [{ rows, ...list }, tellers] = await Promise.all([listShown(asked, down), listTellers(organisationId)]);
  return { isSignedIn, organisation: filter.organisation, tellers, cards: rows.map(storyCard), ...list };
}

type StoryPage =
  | { state: "shown"; id: string; isForAll: boolean; summary: string; story: StoryView; report: string }
  | { state: "taken-down" }
  | { state: "taken-back" };

/** One story. What is another organisation's own does not exist for this reader. */
export const loadStory = cache(async (id: string): Promise<StoryPage> => {
  const shown = await findShown(id);
  if (shown === null) {
    if (await wasTakenBack(id)) return { state: "taken-back" };
    notFound();
  }
  const { organisationId } = await readerOf();
  if (!mayRead(shown, organisationId)) notFound();
  const { documents } = await findTakenDown();
  if (documents.has(itemOf(id))) return { state: "taken-down" };
  return {
    ...{ state: "shown", id, isForAll: shown.to === "all", summary: shown.summary, report: `/report?on=${itemOf(id)}` },
    story: storyView({ ...shown, at: shown.publishedAt }, await listPictures(id)),
  };
});
