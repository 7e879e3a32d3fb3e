import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Visibility } from "@/domain/stories/story";
import { covering } from "@/features/access/queries";
import type { OwnScope } from "@/features/access/types";
import { db, type Prisma } from "@/lib/db";
import { STORY_COLUMNS, toStory, type Story } from "./find-story";

/** What a reader meets: the version that is shown. */
export type ShownStory = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly summary: string;
  readonly to: Visibility;
  readonly publishedAt: Date;
  readonly organisationId: string;
  readonly organisation: string;
  /** Null when the author did not want it there, or has left. */
  readonly author: string | null;
};

const SHOWN = {
  ...{ id: true, shownId: true, shownTo: true, organisationId: true, organisation: { select: { name: true } } },
  author: { select: { name: true, state: true } },
} as const;

type Row = Prisma.StoryGetPayload<{ select: typeof SHOWN }>;

const shownTo = (organisationId: string | null): Prisma.StoryWhereInput =>
  organisationId === null
    ? { shownTo: "all" }
    : { OR: [{ shownTo: "all" }, { shownTo: "organisation", organisationId }] };

async function withVersions(rows: readonly Row[]): Promise<ShownStory[]> {
  const ids = rows.flatMap(({ shownId }) => (shownId === null ? [] : [shownId]));
  const versions = await db().storyVersion.findMany({ where: { id: { in: ids } } });
  const byId = new Map(versions.map((version) => [version.id, version]));
  return rows.flatMap(({ id, shownId, shownTo: to, organisationId, organisation, author }) => {
    const version = byId.get(shownId ?? "");
    if (version === undefined || organisationId === null || organisation === null) return [];
    const { title, body, summary, publishedAt, showName } = version;
    const isNamed = showName && author.state !== "left";
    return [
      {
        ...{ id, title, body, summary, publishedAt, organisationId, organisation: organisation.name },
        ...{ to: to as Visibility, author: isNamed ? author.name : null },
      },
    ];
  });
}

/** Where the person works today; null for whoever works nowhere. */
export async function findOrganisationOf({ memberId }: OwnScope, now: Date): Promise<string | null> {
  const row = await db().employment.findFirst({
    where: { memberId, ...covering(businessDateOf(now)) },
    select: { organisationId: true },
  });
  return row?.organisationId ?? null;
}

export type ShownFilter = {
  /** Whose own stories are among them; null for those for everybody alone. */
  readonly readerOf: string | null;
  /** Of one organisation; empty for all. */
  readonly organisationId: string;
  readonly page: number;
};

const PAGE_LENGTH = 20;

/** What somebody may read, newest first. */
export async function listShown({ readerOf, organisationId, page }: ShownFilter, down: readonly string[]) {
  const where = {
    AND: [shownTo(readerOf), organisationId === "" ? {} : { organisationId }, { id: { notIn: [...down] } }],
  };
  const total = await db().story.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH));
  const at = Math.min(page, pages);
  const rows = await db().story.findMany({
    ...{ where, select: SHOWN, skip: (at - 1) * PAGE_LENGTH, take: PAGE_LENGTH },
    orderBy: [{ shownAt: "desc" }, { id: "desc" }],
  });
  return { rows: await withVersions(rows), total, page: at, pages };
}

/** The organisations that have something to read for this person, in order of name. */
export async function listTellers(readerOf: string | null): Promise<{ id: string; name: string }[]> {
  return db().organisation.findMany({
    where: { stories: { some: shownTo(readerOf) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

/** What stands there under this id, for whomever it is; null when nothing does. Who may see it, the caller asks. */
export async function findShown(id: string): Promise<ShownStory | null> {
  const rows = await db().story.findMany({ where: { id, shownId: { not: null } }, select: SHOWN });
  return (await withVersions(rows))[0] ?? null;
}

/** A story that was for everybody and was taken back by its author. */
export async function wasTakenBack(id: string): Promise<boolean> {
  const last = await db().storyVersion.findFirst({
    where: { storyId: id, story: { shownId: null } },
    orderBy: { number: "desc" },
    select: { visibility: true },
  });
  return last?.visibility === "all";
}

/** One's own, the latest change first. */
export async function listOwnStories({ memberId }: OwnScope): Promise<Story[]> {
  const rows = await db().story.findMany({
    where: { authorId: memberId },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: 200,
    select: STORY_COLUMNS,
  });
  return rows.map(toStory);
}
