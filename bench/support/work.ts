import { openContest } from "./contest";
import type { Zone } from "./server";

export type Work = { dutyId: string; year: string; projectId: string; contestId: string };

/** What the year and the month bring: a duty list for every organisation with this week's reminders, a project, a contest. */
export async function plantWork(zone: Zone): Promise<Work> {
  const { businessDateOf } = await import("../../domain/calendar/shanghai");
  const { issueTemplate, openTemplate } = await import("../../features/duties/mutations/draw-up-template");
  const { proposeProject } = await import("../../features/projects/mutations/propose-project");
  const { drawUpLists } = await import("../../features/reminders/mutations/draw-up-lists");
  const { db } = await import("../../lib/db");
  const now = new Date();
  const year = businessDateOf(now).slice(0, 4);
  const act = { year, actorId: "load-member-00001", now: new Date(now.getTime() - 60 * 86_400_000) };
  await openTemplate(act);
  const { version } = await db().dutyTemplate.findUniqueOrThrow({ where: { year }, select: { version: true } });
  await issueTemplate({ ...act, version });
  await drawUpLists(now);
  const made = await proposeProject({
    stationId: "load-station-1",
    text: {
      kind: "wish",
      category: "goods",
      area: "测量村",
      title: "测量用的项目",
      need: "测量用",
      conditions: "",
      days: 30,
    },
    contact: {
      ...{ isUnder14: false, contactKind: "station", contactName: "", contactAddress: "", contactPhone: "" },
      ...{ consentBy: "person", consentOn: businessDateOf(now), consentHow: "written" },
    },
    ...{ submissionKey: "bench", linkId: null, actorId: null, now },
  });
  if (!made.ok) throw new Error(made.reason);
  const duty = await db().duty.findFirstOrThrow({
    where: { organisationId: "load-organisation-001" },
    select: { id: true },
  });
  const { contestId } = await openContest(zone, 60 * 60_000);
  return { dutyId: duty.id, year, projectId: made.projectId, contestId };
}
