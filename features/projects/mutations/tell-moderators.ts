import { businessDateOf } from "@/domain/calendar/shanghai";
import { notifyEach } from "@/features/notices/mutations";
import type { Tx } from "@/lib/db";
import { listDeciders } from "./tell-station";

type Waiting = {
  id: string;
  stationId: string;
  title: string;
  area: string;
  /** As it stands now. */
  version: number;
  /** The village's link that it came by. */
  linkId: string | null;
};

type Told = {
  look: "first" | "second";
  /** Who may not take this look: whoever wrote on it, and whoever took the first. */
  except: readonly string[];
  now: Date;
};

const LOOKS: Readonly<Record<Told["look"], string>> = { first: "初审", second: "复审" };

/**
 * A word to whoever may take the next look at a project. A village sends many of an afternoon: of what comes by one link
 * they are told once a day, and the list shows the rest.
 */
export async function tellModerators(tx: Tx, project: Waiting, { look, except, now }: Told): Promise<void> {
  const { id, stationId, title, area, version, linkId } = project;
  const today = businessDateOf(now);
  const memberIds = await listDeciders(tx, { stationId, except, today });
  const byLink = look === "first" && version === 0 && linkId !== null;
  await notifyEach(tx, memberIds, {
    key: byLink ? `project-link:${linkId}:${today}` : `project:${id}:${version}`,
    text: byLink
      ? `${area}用村社链接报来了志愿项目，等你${LOOKS[look]}`
      : `志愿项目“${title}”（${area}）等你${LOOKS[look]}`,
    href: byLink ? "/committee/projects" : `/committee/projects/${id}`,
    now,
  });
}

type Returned = Waiting & { writers: readonly string[] };
type Return = { reason: string; actorId: string; now: Date };

/**
 * Whoever wrote on a project learns that it came back, and why; not the one who sent it back. Of what a village sent, its
 * station learns it too: the village has no inbox, and somebody has to rewrite it with them.
 */
export async function tellWriters(tx: Tx, project: Returned, { reason, actorId, now }: Return): Promise<void> {
  const { id, title, writers, version, linkId } = project;
  const others = writers.filter((writer) => writer !== actorId);
  const here = await tx.member.findMany({ where: { id: { in: others }, state: "active" }, select: { id: true } });
  await notifyEach(
    tx,
    here.map((member) => member.id),
    {
      ...{ key: `project:${id}:${version}`, text: `志愿项目“${title}”退回修改：${reason}` },
      ...{ href: `/committee/projects/${id}`, now },
    },
  );
  if (linkId !== null) await tellDeciders(tx, project, { actorId, now });
}

/** Without the reason, which stands beside the project. Whoever returned it knows; nobody is asked in their stead. */
async function tellDeciders(
  tx: Tx,
  { id, stationId, title, area, writers, version }: Returned,
  { actorId, now }: Omit<Return, "reason">,
): Promise<void> {
  const deciders = await listDeciders(tx, { stationId, except: [], today: businessDateOf(now) });
  await notifyEach(
    tx,
    deciders.filter((memberId) => memberId !== actorId && !writers.includes(memberId)),
    {
      key: `project:${id}:${version}`,
      text: `${area}用村社链接报来的志愿项目“${title}”退回修改了，等工作站和村社一起改`,
      ...{ href: `/committee/projects/${id}`, now },
    },
  );
}
