import { adaptLine } from "@/features/duties/mutations/adapt-line";
import { openTemplate } from "@/features/duties/mutations/draw-up-template";
import { deferDuty, reportDuty, returnDuty } from "@/features/duties/mutations/do-duty";
import { addLine, setLineState, type LineResult } from "@/features/duties/mutations/write-line";
import { findAdaptation, findLine, findTemplate } from "@/features/duties/queries/templates";
import { findDuty } from "@/features/duties/queries/duties";
import { dutyCard, type DutyCard } from "@/features/duties/view/duty";
import { lineValues } from "@/features/duties/view/words";
import { db } from "@/lib/db";
import { ACT, nextNumber, NOW, refused, TODAY, ZONE, type Outcome, type Way } from "./scene";

/** What the committee writes into the duty list, and why something differs for one organisation: kept as written. */
const YEAR = "2026";

async function added(title: string, ask: string): Promise<LineResult> {
  await openTemplate({ year: YEAR, ...ACT });
  const numbers = { onDate: "", daysBefore: 5, effort: 10 };
  return addLine({ year: YEAR, title, ask, rhythm: "monthly", source: "reported", ...numbers, ...ACT });
}

async function shownLine(made: LineResult, field: "title" | "ask"): Promise<Outcome> {
  if (!made.ok) return refused("detail" in made ? made.detail : made.reason);
  const line = await findLine(made.id);
  // One list has room for so many lines and each name once.
  await setLineState({ id: made.id, version: line?.version ?? 0, state: "removed", ...ACT });
  return { shown: line ? (lineValues(line)[field] ?? "") : "not listed" };
}

export const lineTitle: Way = { goes: async (title) => shownLine(await added(title, "示例"), "title") };

export const lineAsk: Way = { goes: async (ask) => shownLine(await added(`示例${nextNumber()}`, ask), "ask") };

export const adaptationReason: Way = {
  goes: async (reason) => {
    await openTemplate({ year: YEAR, ...ACT });
    const lineId = (await findTemplate(YEAR))?.lines[0]?.id ?? "";
    const version = (await findAdaptation("o1", lineId))?.version ?? 0;
    const numbers = { isLeftOut: true, daysBefore: null, effort: null };
    const now = new Date(NOW.getTime() + nextNumber());
    const done = await adaptLine({ organisationId: "o1", lineId, version, ...numbers, reason, ...ACT, now });
    return done.ok ? { shown: (await findAdaptation("o1", lineId))?.reason ?? "" } : refused(done.reason);
  },
};

/** A duty of the organisation that nobody has touched; its id. */
async function duty(): Promise<string> {
  await openTemplate({ year: YEAR, ...ACT });
  const lineId = (await findTemplate(YEAR))?.lines[0]?.id ?? "";
  const facts = { title: "示例责任", ask: "示例", effort: 20, dueOn: TODAY, plannedOn: TODAY, isDayKnown: true };
  const data = { ...facts, organisationId: "o1", lineId, year: YEAR, period: `naughty ${nextNumber()}` };
  return (await db().duty.create({ data, select: { id: true } })).id;
}

async function shown(dutyId: string, read: (card: DutyCard) => string): Promise<Outcome> {
  const row = await findDuty(ZONE, dutyId, TODAY);
  return { shown: row ? read(dutyCard(row, TODAY)) : "not found" };
}

export const evidence: Way = {
  goes: async (text) => {
    const dutyId = await duty();
    await reportDuty({ dutyId, version: 0, manner: "reported", evidence: text, link: "", ...ACT });
    return shown(dutyId, (card) => card.evidence);
  },
};

export const deferralNote: Way = {
  goes: async (note) => {
    const dutyId = await duty();
    const done = await deferDuty({ dutyId, version: 0, until: "2026-12-01", reason: "overhaul", note, ...ACT });
    if (!done.ok) return refused("detail" in done ? done.detail : done.reason);
    return shown(dutyId, (card) => card.why.replace(/^推迟：检修，?/u, ""));
  },
};

export const returnReason: Way = {
  goes: async (reason) => {
    const dutyId = await duty();
    await reportDuty({ dutyId, version: 0, manner: "reported", evidence: "", link: "", ...ACT });
    await returnDuty({ dutyId, version: 1, reason, ...ACT, actorId: "anna" });
    return shown(dutyId, (card) => card.why.replace(/^退回：/u, ""));
  },
};
