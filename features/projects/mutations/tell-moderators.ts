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

/** Whoever wrote on a project learns that it came back, and why; not the one who sent it back. */
export async function tellWriters(
  tx: Tx,
  { id, title, writers, version }: { id: string; title: string; writers: readonly string[]; version: number },
  { reason, actorId, now }: { reason: string; actorId: string; now: Date },
): Promise<void> {
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
}
