import { moderationFault, type ModerationStep } from "@/domain/projects/moderation";
import type { ProjectState } from "@/domain/projects/types";
import type { Tx } from "@/lib/db";

export type Step = { projectId: string; version: number; actorId: string; now: Date };

export type StepResult = { ok: true } | { ok: false; reason: "unknown" | "refused" | "stale"; detail: string };

const UNKNOWN = { ok: false, reason: "unknown", detail: "没有这个项目，刷新页面再看。" } as const;
export const STALE: Extract<StepResult, { ok: false }> = {
  ...{ ok: false, reason: "stale" },
  detail: "这个项目刚才有人改过，这一次没有办。刷新页面看过再办。",
};

export type Found = {
  id: string;
  kind: string;
  stationId: string;
  title: string;
  area: string;
  linkId: string | null;
  state: ProjectState;
  writers: string[];
  checkerId: string | null;
};

/** The project, when this step is open to this person and it is still as it was read. */
export async function findForStep(
  tx: Tx,
  { projectId: id, version, actorId }: Step,
  step: ModerationStep,
): Promise<{ ok: true; project: Found } | Extract<StepResult, { ok: false }>> {
  const row = await tx.project.findUnique({
    where: { id },
    select: {
      ...{ id: true, kind: true, stationId: true, title: true, area: true, linkId: true, state: true },
      ...{ writers: true, checkerId: true, version: true },
    },
  });
  if (!row) return UNKNOWN;
  const state = row.state as ProjectState;
  const writers = JSON.parse(row.writers) as string[];
  const fault = moderationFault({ step, state, writers, checkerId: row.checkerId, actorId });
  if (fault !== null) return { ok: false, reason: "refused", detail: fault };
  if (row.version !== version) return STALE;
  return { ok: true, project: { ...row, state, writers } };
}
