import { addWorkingDays } from "@/domain/calendar/working-days";
import { openTemplate } from "@/features/duties/mutations/draw-up-template";
import { db } from "@/lib/db";
import { TODAY } from "@/tests/factories/people";
import { by, name, type Scenario, type World } from "./console-setting";

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

/** A duty of the place, open or reported by the secretary; as the person has read it. */
async function duty(
  { place, secretary }: World,
  state: "open" | "done" = "open",
): Promise<{ dutyId: string; version: number }> {
  const doneById = state === "done" ? secretary : null;
  const due = { dueOn: TODAY, plannedOn: TODAY, isDayKnown: true, state, doneById };
  const facts = { title: "示例责任", ask: "示例", effort: 20, ...due };
  const period = name("期");
  const data = { ...facts, organisationId: place.organisationId, lineId: (await line()).id, year: YEAR, period };
  return { dutyId: (await db().duty.create({ data, select: { id: true } })).id, version: 0 };
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
  confirmDutiesAction: async (w) => ({
    as: w.committee,
    input: { duties: `${(await duty(w, "done")).dutyId}:0` },
  }),
  deferDutyAction: async (w) => ({
    as: w.secretary,
    input: { ...(await duty(w)), until: addWorkingDays(TODAY, 5).date, reason: "overhaul", note: "" },
  }),
  reportDutyAction: async (w) => ({ as: w.worker, input: { ...(await duty(w)), evidence: "示例", link: "" } }),
  returnDutyAction: async (w) => ({ as: w.worker, input: { ...(await duty(w, "done")), reason: "示例理由" } }),
  takeBackDutyAction: async (w) => ({ as: w.secretary, input: await duty(w, "done") }),
  editLineAction: async (w) => ({ as: w.committee, input: { ...(await line()), ...facts() } }),
  issueTemplateAction: async (w) => {
    await line();
    await db().dutyTemplate.update({ where: { year: YEAR }, data: { state: "draft", version: 7 } });
    return { as: w.committee, input: { year: YEAR, version: 7 } };
  },
  openTemplateAction: (w) => Promise.resolve({ as: w.committee, input: { year: String(Number(YEAR) + 1) } }),
  setLineStateAction: async (w) => ({ as: w.committee, input: { ...(await line()), state: "removed" } }),
};
