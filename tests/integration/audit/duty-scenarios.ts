import { openTemplate } from "@/features/duties/mutations/draw-up-template";
import { db } from "@/lib/db";
import { TODAY } from "@/tests/factories/people";
import { by, name, type Scenario } from "./console-setting";

const YEAR = TODAY.slice(0, 4);

const facts = () => ({
  ...{
    title: name("示例责任"),
    ask: "示例",
    rhythm: "monthly",
    onDate: "",
    daysBefore: "5",
    effort: "10",
    source: "reported",
  },
});

/** A line of this year's list; its id and version. */
async function line(): Promise<{ id: string; version: number }> {
  await openTemplate({ year: YEAR, ...by });
  return db().dutyLine.findFirstOrThrow({
    where: { year: YEAR, state: "active" },
    select: { id: true, version: true },
  });
}

/** Acts of the duty lists. */
export const DUTY_SCENARIOS: Readonly<Record<string, Scenario>> = {
  adaptLineAction: async (w) => ({
    as: w.committee,
    input: {
      ...{ id: w.place.organisationId, version: 0, lineId: (await line()).id, isLeftOut: "1" },
      ...{ daysBefore: "", effort: "", reason: "示例理由" },
    },
  }),
  addLineAction: async (w) => {
    await line();
    return { as: w.committee, input: { year: YEAR, ...facts() } };
  },
  editLineAction: async (w) => ({ as: w.committee, input: { ...(await line()), ...facts() } }),
  issueTemplateAction: async (w) => {
    await line();
    await db().dutyTemplate.update({ where: { year: YEAR }, data: { state: "draft", version: 7 } });
    return { as: w.committee, input: { year: YEAR, version: 7 } };
  },
  openTemplateAction: (w) => Promise.resolve({ as: w.committee, input: { year: String(Number(YEAR) + 1) } }),
  setLineStateAction: async (w) => ({ as: w.committee, input: { ...(await line()), state: "removed" } }),
};
