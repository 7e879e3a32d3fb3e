// The duty list of the demo zone's year: issued some weeks ago, confirmed, returned, put off and left open, with the list
// of this week drawn up and partly answered. By the product's own mutations.
import { addWorkingDays } from "@/domain/calendar/working-days";
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf, startOfDay } from "@/domain/calendar/shanghai";
import type { Deferral } from "@/domain/duties/acts";
import type { LineText } from "@/domain/duties/line";
import { adaptLine } from "@/features/duties/mutations/adapt-line";
import { confirmDuty, deferDuty, reportDuty, returnDuty } from "@/features/duties/mutations/do-duty";
import { issueTemplate, openTemplate } from "@/features/duties/mutations/draw-up-template";
import { recordStudy } from "@/features/duties/mutations/record-study";
import { addLine } from "@/features/duties/mutations/write-line";
import { drawUpLists } from "@/features/reminders/mutations/draw-up-lists";
import { db } from "@/lib/db";
import { organisationId } from "./places";
import { personOf } from "./roster";

const DAYS_BACK = 75;
const HOUR = 3_600_000;

/** Who reports for whom; the others have nobody in office, and what they owe stays open. */
const REPORTERS: Readonly<Record<string, string>> = {
  ...{ SLZZ: "SLZZ-0001", SLDZ: "SLDZ-0001", SLSP: "SLSP-0001", SLWL: "SLWL-0001", SLFZ: "SLWL-0001" },
  ...{ SLSG: "SLSG-0001", SLSH: "SLSG-0001", SLYL: "SLSG-0001" },
};

const DEFERRALS: readonly (readonly [Deferral, string])[] = [
  ["overhaul", "示例：设备检修，月底恢复"],
  ["night-shift", ""],
  ["other", "示例：搬厂房"],
];

const EVERY_MONTH: LineText = {
  ...{ title: "示例碰头会", ask: "和学习委员碰一次头，定下个月学什么", rhythm: "monthly", onDate: "" },
  ...{ daysBefore: 5, effort: 30, source: "reported" },
};

const committee = () => personOf("GW-0001");

export async function plantDuties(now: Date): Promise<void> {
  const today = businessDateOf(now);
  const year = today.slice(0, 4);
  const issued = startOfDay([addDays(today, -DAYS_BACK), `${year}-01-01`].sort().at(-1) ?? today);
  const act = { year, actorId: committee(), now: new Date(issued.getTime() + 9 * HOUR) };
  if (!(await openTemplate(act))) return;
  await addLine({ ...act, ...EVERY_MONTH });
  const { version } = await db().dutyTemplate.findUniqueOrThrow({ where: { year }, select: { version: true } });
  await issueTemplate({ ...act, version });
  await adaptOne(year, act.now);
  for (const [index, [code, login]] of Object.entries(REPORTERS).entries()) {
    await doDuties({ organisationId: organisationId(code), actorId: personOf(login), index, today });
  }
  await recordStudy(now);
  await drawUpLists(now);
  await answerLists(now);
}

/** One of the small ones is asked less, with the reason. */
async function adaptOne(year: string, now: Date): Promise<void> {
  const line = await db().dutyLine.findFirst({
    where: { year, rhythm: "monthly" },
    orderBy: { position: "desc" },
    select: { id: true },
  });
  if (line === null) return;
  await adaptLine({
    ...{ organisationId: organisationId("SLSF"), lineId: line.id, version: 0, isLeftOut: true, daysBefore: null },
    ...{ effort: null, reason: "示例：只有一名入党申请人，暂不作要求", actorId: committee(), now },
  });
}

type Doing = { organisationId: string; actorId: string; index: number; today: string };

/** What is past: most of it done in time and confirmed, the rest in every state that a list can be in. */
async function doDuties({ organisationId: place, actorId, index, today }: Doing): Promise<void> {
  const past = await db().duty.findMany({
    where: { organisationId: place, state: "open", source: "reported", dueOn: { lt: today } },
    orderBy: [{ dueOn: "asc" }, { line: { position: "asc" } }],
    select: { id: true, version: true, title: true, dueOn: true },
  });
  for (const [at, { id: dutyId, version, title, dueOn }] of past.entries()) {
    const on = (hours: number): Date => new Date(startOfDay(dueOn).getTime() + hours * HOUR);
    const fate = (at + index) % 6;
    if (fate === 4) continue;
    const manner = fate === 3 ? "offline" : "reported";
    const evidence = `示例：${title}办了，来了${5 + ((at + index) % 7)}人`;
    await reportDuty({ dutyId, version, actorId, now: on(9), manner, evidence, link: "" });
    if (fate === 5) continue;
    const seen = { dutyId, version: version + 1, actorId: committee(), now: on(15) };
    if (fate === 2) await returnDuty({ ...seen, reason: "示例：补一句谈了哪几方面" });
    else await confirmDuty(seen);
  }
}

/** Of this week's lists every second one is answered: done, or put off with a reason. */
async function answerLists(now: Date): Promise<void> {
  const reporters = Object.entries(REPORTERS).filter((_, index) => index % 2 === 0);
  for (const [index, [code, login]] of reporters.entries()) {
    const items = await db().reminderItem.findMany({
      where: { reply: "", list: { organisationId: organisationId(code) }, duty: { state: "open" } },
      orderBy: [{ dueOn: "asc" }, { dutyId: "asc" }],
      take: 2,
      select: { duty: { select: { id: true, version: true, dueOn: true } } },
    });
    const actorId = personOf(login);
    const [first, second] = items.map(({ duty }) => ({ dutyId: duty.id, version: duty.version, actorId, now }));
    if (first) await deferDuty({ ...first, until: nextWeek(now, items[0]?.duty.dueOn), ...reasonOf(index) });
    if (second) await reportDuty({ ...second, manner: "offline", evidence: "", link: "" });
  }
}

function nextWeek(now: Date, dueOn = ""): string {
  const from = [businessDateOf(now), dueOn].sort().at(-1) ?? "";
  return addWorkingDays(from, 5).date;
}

function reasonOf(index: number): { reason: Deferral; note: string } {
  const [reason, note] = DEFERRALS[index % DEFERRALS.length] ?? ["offline", ""];
  return { reason, note };
}
