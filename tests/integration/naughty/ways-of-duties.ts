import { adaptLine } from "@/features/duties/mutations/adapt-line";
import { openTemplate } from "@/features/duties/mutations/draw-up-template";
import { addLine, setLineState, type LineResult } from "@/features/duties/mutations/write-line";
import { findAdaptation, findLine, findTemplate } from "@/features/duties/queries/templates";
import { lineValues } from "@/features/duties/view/words";
import { ACT, nextNumber, NOW, refused, type Outcome, type Way } from "./scene";

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
