import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { passProject } from "@/features/projects/mutations/moderate-project";
import { proposeProject, type Proposing } from "@/features/projects/mutations/propose-project";
import type { ContactForm, ProjectText } from "@/features/projects/types";
import { db } from "@/lib/db";
import { randomToken } from "@/lib/crypto";

/** What nobody but the approved claimant may ever be sent. */
export const MARKERS = { name: "示例暗记甲", address: "示例暗记乙路", phone: "13900001357" } as const;

export const TEXT: ProjectText = {
  ...{ kind: "wish", area: "示例村", category: "goods", title: "给自习室添四盏台灯" },
  ...{ need: "四盏护眼台灯，下个月开学以前送到。", conditions: "", days: 30 },
};

/** Consented to on the day before. */
export const contactOn = (now: Date): ContactForm => ({
  ...{ isUnder14: false, contactKind: "person", contactName: MARKERS.name, contactAddress: MARKERS.address },
  ...{ contactPhone: MARKERS.phone, consentBy: "person", consentHow: "written" },
  consentOn: addDays(businessDateOf(now), -1),
});

/** Proposed by `writer`, waiting for the first look; its id. */
export async function propose(stationId: string, over: Partial<Proposing> = {}): Promise<string> {
  const now = over.now ?? new Date();
  const made = await proposeProject({
    ...{ stationId, text: TEXT, contact: contactOn(now), submissionKey: randomToken(), linkId: null },
    ...{ actorId: "writer", now },
    ...over,
  });
  if (!made.ok) throw new Error(made.reason);
  return made.projectId;
}

export async function versionOf(projectId: string): Promise<number> {
  return (await db().project.findUniqueOrThrow({ where: { id: projectId }, select: { version: true } })).version;
}

/** Passed by two people and open to be claimed; its id. */
export async function publish(stationId: string, over: Partial<Proposing> = {}): Promise<string> {
  const projectId = await propose(stationId, over);
  const now = over.now ?? new Date();
  for (const actorId of ["first", "second"]) {
    const passed = await passProject({ projectId, version: await versionOf(projectId), seen: true, actorId, now });
    if (!passed.ok) throw new Error(passed.detail);
  }
  return projectId;
}
