import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Resource } from "@/domain/access/types";
import { reviewersOf, type Officers } from "@/domain/stories/review";
import { covering } from "@/features/access/queries";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { db, type Prisma, type Tx } from "@/lib/db";
import { STORY_COLUMNS, toStory, type Story } from "./find-story";

/** Who holds which office over the branch today; nobody where there is no branch. */
export async function getOfficers(branchId: string | null, now: Date, tx: Tx = db()): Promise<Officers> {
  if (branchId === null) return { secretaries: [], studyOfficers: [] };
  const rows = await tx.roleGrant.findMany({
    where: {
      ...{ scopeKind: "branch", scopeId: branchId, revokedAt: null, ...covering(businessDateOf(now)) },
      ...{ role: { in: ["branch-secretary", "study-officer"] }, member: { state: "active" } },
    },
    select: { memberId: true, role: true },
  });
  const holding = (role: string) => [...new Set(rows.filter((row) => row.role === role).map((row) => row.memberId))];
  return { secretaries: holding("branch-secretary"), studyOfficers: holding("study-officer") };
}

/** Where a story belongs, for the table of permissions; null for one that does not exist or has no organisation. */
export async function findStoryResource(id: string): Promise<Extract<Resource, { kind: "story" }> | null> {
  const row = await db().story.findUnique({
    where: { id },
    select: { branchId: true, organisation: { select: { id: true, stationId: true } } },
  });
  if (!row?.organisation) return null;
  const { id: organisationId, stationId } = row.organisation;
  return { kind: "story", organisationId, stationId, branchId: row.branchId };
}

/** Who answers for a story that readers see, with its title there; null for one they do not. */
export async function findKeepers(id: string, now: Date, tx: Tx) {
  const story = await tx.story.findUnique({
    where: { id },
    select: { authorId: true, branchId: true, shownId: true, author: { select: { state: true } } },
  });
  if (!story?.shownId) return null;
  const shown = await tx.storyVersion.findUniqueOrThrow({ where: { id: story.shownId }, select: { title: true } });
  const reviewers = reviewersOf(await getOfficers(story.branchId, now, tx), story.authorId);
  return { title: shown.title, authorId: story.author.state === "left" ? null : story.authorId, reviewers };
}

/** A story that waits, or was decided, with who wrote it and where. */
export type ListedStory = Story & { readonly author: string; readonly organisation: string; readonly branch: string };

const LISTED = {
  ...STORY_COLUMNS,
  ...{ author: { select: { name: true } }, organisation: { select: { name: true } } },
  branch: { select: { name: true } },
} as const;

/** Those of somebody who has left wait for nobody. */
const HERE: Prisma.StoryWhereInput = { author: { state: { not: "left" } } };
const MOST = 200;

async function list(where: Prisma.StoryWhereInput): Promise<ListedStory[]> {
  const rows = await db().story.findMany({
    ...{ where, take: MOST, select: LISTED },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  // What its author writes on after it was published is nobody else's before it is sent again.
  const shown = rows.flatMap(({ state, shownId }) => (state === "submitted" || shownId === null ? [] : [shownId]));
  const versions = await db().storyVersion.findMany({
    where: { id: { in: shown } },
    select: { id: true, title: true, body: true },
  });
  const byId = new Map(versions.map(({ id, ...text }) => [id, text]));
  return rows.map(({ author, organisation, branch, ...row }) => ({
    ...toStory({ ...row, ...(row.state === "submitted" ? {} : byId.get(row.shownId ?? "")) }),
    ...{ author: author.name, organisation: organisation?.name ?? "", branch: branch?.name ?? "" },
  }));
}

/** What waits in a branch for somebody to look it through. */
export function listSubmittedOfBranch({ branchId }: BranchScope): Promise<ListedStory[]> {
  return list({ branchId, state: "submitted", ...HERE });
}

/** What of the branch's own stands before readers. */
export function listShownOfBranch({ branchId }: BranchScope): Promise<ListedStory[]> {
  return list({ branchId, shownId: { not: null } });
}

const inZone = ({ stationId }: ZoneScope): Prisma.StoryWhereInput =>
  stationId === null ? {} : { organisation: { stationId } };

/** What waits in the zone or in one station. */
export function listSubmittedOfZone(scope: ZoneScope): Promise<ListedStory[]> {
  return list({ ...inZone(scope), state: "submitted", organisationId: { not: null }, ...HERE });
}

export function listShownOfZone(scope: ZoneScope): Promise<ListedStory[]> {
  return list({ ...inZone(scope), shownId: { not: null } });
}

/** One of the branch's that was ever sent; null for any other. */
export async function findOfBranch({ branchId }: BranchScope, id: string): Promise<ListedStory | null> {
  return (await list({ id, branchId, ...SENT }))[0] ?? null;
}

export async function findOfZone(scope: ZoneScope, id: string): Promise<ListedStory | null> {
  return (await list({ id, ...inZone(scope), organisationId: { not: null }, ...SENT }))[0] ?? null;
}

/** A draft that was never sent is its author's alone; so is what is written on before it is sent again. */
const SENT: Prisma.StoryWhereInput = { OR: [{ state: "submitted" }, { shownId: { not: null } }] };

/** How many stories wait for this person in the branch. */
export async function countForReviewer(scope: BranchScope, memberId: string, now: Date): Promise<number> {
  const waiting = await listSubmittedOfBranch(scope);
  if (waiting.length === 0) return 0;
  const officers = await getOfficers(scope.branchId, now);
  return waiting.filter(({ authorId }) => reviewersOf(officers, authorId).includes(memberId)).length;
}

/** How many wait that nobody of their branch may decide about: these are left to the committee. */
export async function countForCommittee(scope: ZoneScope, now: Date): Promise<number> {
  const waiting = await listSubmittedOfZone(scope);
  const officers = new Map<string | null, Officers>();
  for (const { branchId } of waiting) {
    if (!officers.has(branchId)) officers.set(branchId, await getOfficers(branchId, now));
  }
  const isLeft = ({ branchId, authorId }: ListedStory) => {
    const own = officers.get(branchId);
    return own === undefined || reviewersOf(own, authorId).length === 0;
  };
  return waiting.filter(isLeft).length;
}
