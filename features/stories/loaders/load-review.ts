import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { textWarnings, WARNING_LABELS } from "@/domain/projects/warnings";
import { formatInstant } from "@/domain/calendar/labels";
import { reviewFault, visibilitiesWithin } from "@/domain/stories/review";
import { VISIBILITY_LABELS, type Visibility } from "@/domain/stories/story";
import { gateBranch, gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { OpenConsole } from "@/features/access/types";
import { listActiveTakedowns } from "@/features/takedowns/queries";
import { now } from "@/lib/clock";
import { listPictures } from "../queries/find-story";
import { findShown } from "../queries/list-stories";
import {
  findOfBranch,
  findOfZone,
  getOfficers,
  listShownOfBranch,
  listShownOfZone,
  listSubmittedOfBranch,
  listSubmittedOfZone,
  type ListedStory,
} from "../queries/reviewing";
import { itemOf, pageOf, plainOf, storyView, type StoryView } from "../view";

type Frame = { who: string; place: string };

export type ListedRow = {
  id: string;
  href: string;
  title: string;
  from: string;
  at: string;
  visibility: string;
  /** Why this person leaves it to somebody else; null when it waits for them. */
  leaves: string | null;
};

export type ReviewDesk = Frame & { path: string; waiting: ListedRow[]; shown: ListedRow[] };

const fromOf = ({ author, organisation, branch }: ListedStory): string =>
  [author, organisation, branch].filter((part) => part !== "").join("，");

function rowOf(path: string, story: ListedStory, leaves: string | null): ListedRow {
  const { id, title, visibility, shownTo, state, submittedAt, shownAt } = story;
  const at = state === "submitted" ? submittedAt : shownAt;
  return {
    ...{ id, href: `${path}/${id}`, title: title.trim(), from: fromOf(story), at: at ? formatInstant(at) : "", leaves },
    visibility: VISIBILITY_LABELS[state === "submitted" ? visibility : (shownTo ?? visibility)],
  };
}

/** 厂情厂史 of a branch: what waits to be looked through, and what its people have told. */
export async function loadBranchStories(): Promise<ReviewDesk> {
  const path = "/branch/stories";
  const { session, scope, grant } = await gateBranch(path);
  const [frame, waiting, shown, officers] = await Promise.all([
    findFrame(session.memberId, grant),
    listSubmittedOfBranch(scope),
    listShownOfBranch(scope),
    getOfficers(scope.branchId, now()),
  ]);
  const actorId = session.memberId;
  const leaves = ({ authorId }: ListedStory) => reviewFault({ authorId, actorId, officers, isCommittee: false });
  return {
    ...{ ...frame, path, waiting: waiting.map((story) => rowOf(path, story, leaves(story))) },
    shown: shown.filter(({ state }) => state !== "submitted").map((story) => rowOf(path, story, null)),
  };
}

/** An instructor, who decides nothing, reads what everybody reads: what waits and what is for one organisation is not theirs. */
const isForEverybody = (story: ListedStory): boolean => story.shownTo === "all";

/** 厂情厂史 of the zone or of a station. */
export async function loadZoneStories(): Promise<ReviewDesk> {
  const path = "/committee/stories";
  const { session, scope, grant } = await gateCommittee(path);
  const isCommittee = grant.role === "committee";
  const [frame, waiting, shown] = await Promise.all([
    findFrame(session.memberId, grant),
    isCommittee ? listSubmittedOfZone(scope) : [],
    listShownOfZone(scope),
  ]);
  const noOfficers = { secretaries: [], studyOfficers: [] };
  const leaves = ({ authorId }: ListedStory) =>
    reviewFault({ authorId, actorId: session.memberId, officers: noOfficers, isCommittee });
  return {
    ...{ ...frame, path, waiting: waiting.map((story) => rowOf(path, story, leaves(story))) },
    shown: shown
      .filter((story) => story.state !== "submitted" && (isCommittee || isForEverybody(story)))
      .map((story) => rowOf(path, story, null)),
  };
}

export type Reviewed = Frame & {
  path: string;
  id: string;
  version: number;
  from: string;
  /** What waits for a decision; null when nothing does. */
  waiting: {
    story: StoryView;
    asked: string;
    choices: { value: Visibility; label: string }[];
    /** What the reader of it should look at twice. */
    lookAt: string[];
    whyNot: string | null;
  } | null;
  /** What stands before readers. */
  shown: { story: StoryView; href: string; visibility: string } | null;
  takenDown: string | null;
  mayTakeDown: boolean;
  item: string;
};

type Found = OpenConsole & { path: string; found: ListedStory | null };

export async function loadBranchStory(id: string): Promise<Reviewed> {
  const path = "/branch/stories";
  const console = await gateBranch(`${path}/${id}`);
  return reviewed({ ...console, path, found: await findOfBranch(console.scope, id) }, false);
}

export async function loadZoneStory(id: string): Promise<Reviewed> {
  const path = "/committee/stories";
  const console = await gateCommittee(`${path}/${id}`);
  const isCommittee = console.grant.role === "committee";
  const found = await findOfZone(console.scope, id);
  if (isCommittee) return reviewed({ ...console, path, found }, true);
  if (found === null || !isForEverybody(found)) notFound();
  return { ...(await reviewed({ ...console, path, found }, false)), waiting: null };
}

async function reviewed({ session, actor, grant, path, found }: Found, isCommittee: boolean): Promise<Reviewed> {
  if (found === null) notFound();
  const { id, version, title, body, visibility, showName, authorId, branchId, state } = found;
  const [frame, officers, pictures, shown, takedowns] = await Promise.all([
    findFrame(session.memberId, grant),
    getOfficers(branchId, now()),
    listPictures(id),
    findShown(id),
    listActiveTakedowns(),
  ]);
  const asked = `${VISIBILITY_LABELS[visibility]}${showName ? "，愿意署名" : "，不署名"}`;
  const seen = { ...found, author: showName ? found.author : null, at: found.submittedAt ?? found.updatedAt };
  const warnings = textWarnings(`${title}\n${plainOf(body)}`, null);
  return {
    ...{ ...frame, path, id, version, from: fromOf(found) },
    waiting:
      state === "submitted"
        ? {
            ...{ story: storyView(seen, pictures), asked },
            choices: visibilitiesWithin(visibility).map((value) => ({ value, label: VISIBILITY_LABELS[value] })),
            lookAt: warnings.map((warning) => `${WARNING_LABELS[warning.kind]}：${warning.found}`),
            whyNot: reviewFault({ authorId, actorId: session.memberId, officers, isCommittee }),
          }
        : null,
    shown: shown && {
      story: storyView({ ...shown, at: shown.publishedAt }, pictures),
      ...{ href: pageOf(id), visibility: VISIBILITY_LABELS[shown.to] },
    },
    takenDown: takedowns.find(({ targetId }) => targetId === itemOf(id))?.reason ?? null,
    mayTakeDown: isCommittee && can(actor, "content.take-down", { kind: "content" }),
    item: itemOf(id),
  };
}
