import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OrganisationScope, ZoneScope } from "@/features/access/types";
import { listHistory } from "@/features/audit/queries/log";
import { answerObjection } from "@/features/figures/mutations/answer-objection";
import { objectToFigure } from "@/features/figures/mutations/object-to-figure";
import type { Ask } from "@/features/figures/queries/parts";
import { readDesk } from "@/features/figures/queries/desk";
import {
  countOpenObjections,
  findObjectionPlace,
  listAnsweredObjections,
  listOpenObjections,
} from "@/features/figures/queries/objections";
import { readOrganisation } from "@/features/figures/queries/organisation";
import { deskFilterSchema } from "@/features/figures/schema";
import { organisationFigures } from "@/features/figures/view/organisation";
import { organisationLines } from "@/features/figures/view/desk";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { addPerson, assign, result } from "@/tests/factories/figures";
import { addBranch, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-22T04:00:00Z");
const LATER = new Date("2026-11-23T04:00:00Z");
const ASK: Ask = { quarter: "2026Q4", standing: "members", today: "2026-11-22" };
const ZONE = { stationId: null } as ZoneScope;
const station = (stationId: string) => ({ stationId }) as ZoneScope;
const own = (organisationId: string) => ({ organisationId }) as OrganisationScope;

const grant = (memberId: string, role: string, scopeKind: string, scopeId = "", until: string | null = null) =>
  db().roleGrant.create({ data: { memberId, role, scopeKind, scopeId, since: "2026-01-01", until } });

describeOnBothEngines("what an organisation sees of itself", () => {
  beforeAll(async () => {
    for (const id of ["s", "t"]) await addStation(id);
    await addBranch("b", "s");
    for (const id of ["o", "p", "q"]) await addOrganisation(id, id === "q" ? "t" : "s");
    for (const id of ["m1", "m2", "m3", "m4", "m5", "m6"]) await addPerson(id);
    for (const id of ["p1", "p2"]) await addPerson(id, { organisationId: "p" });
    for (const id of ["zone", "east", "west", "former", "worker"])
      await addPerson(id, { branchId: null, organisationId: null });
    await grant("zone", "committee", "zone");
    await grant("east", "committee", "station", "s");
    await grant("west", "committee", "station", "t");
    await grant("former", "committee", "zone", "", "2026-11-21");
    await grant("worker", "party-worker", "organisation", "o");
    await assign("a1", { dueOn: "2026-10-10" });
    await assign("a2", { dueOn: "2026-11-30" });
    await assign("a3", { dueOn: "2026-11-30", chosen: ["m1", "m2"] });
    for (const id of ["m1", "m2", "m3"]) await result("a1", id, "answered");
    await result("a2", "m4", "excused");
    for (const id of ["m1", "m2", "m3", "m4", "m5"]) {
      const sum = { memberId: id, quarter: "2026Q4", branchId: "b", organisationId: "o", firsts: 2, rights: 1 };
      await db().recallTotal.create({ data: { ...sum, topic: "meetings" } });
    }
  });
  beforeEach(async () => {
    await db().figureObjection.deleteMany();
    await db().notice.deleteMany();
    forgetRemembered();
  });

  describe("is what the committee sees of it", () => {
    it.each(["o", "p", "q"])("%s: every figure, week, topic and objection", async (id) => {
      if (id === "o") await object();
      const theirs = await readOrganisation(ZONE, id, ASK);
      expect(theirs).not.toBeNull();
      expect(await readOrganisation(own(id), id, ASK)).toEqual(theirs);
      const parts = await readDesk(ZONE, { ...deskFilterSchema.parse({}), quarter: "2026Q4" }, ASK.today);
      const line = organisationLines(parts).find((one) => one.id === id);
      expect(line?.figures).toEqual(theirs?.figures);
      expect(line?.objections).toBe(id === "o" ? 1 : 0);
    });

    it("in words, by week and by topic", async () => {
      const report = await readOrganisation(own("o"), "o", ASK);
      const shown = report && organisationFigures(report, (topic) => topic);
      expect(shown?.lines.map(({ words }) => words)).toEqual(["3次", "3 / 13人次", "1人次", "5 / 10题次"]);
      expect(shown?.weeks).toMatchObject({ isOpen: true, words: "第41周50%（3 / 6），第49周0%（0 / 7）" });
      expect(shown?.topics.words).toBe("meetings50%（5 / 10）");
      const small = await readOrganisation(own("p"), "p", ASK);
      const few = small && organisationFigures(small, (topic) => topic);
      expect(few?.lines.map(({ words }) => words)).toEqual([
        "2次",
        ...Array<string>(2).fill("不足5人，不列"),
        "还没有人答过",
      ]);
      expect(few?.weeks.instead).toBe("不足5人，不列");
    });

    it("and nothing of another", async () => {
      expect(await readOrganisation(own("o"), "p", ASK)).toBeNull();
      expect(await readOrganisation(station("t"), "o", ASK)).toBeNull();
      expect(await readOrganisation(ZONE, "nobody", ASK)).toBeNull();
      expect(await readOrganisation(station("s"), "o", ASK)).not.toBeNull();
    });

    it("a station's desk has its own organisations and stations alone", async () => {
      const parts = await readDesk(station("t"), deskFilterSchema.parse({}), ASK.today);
      expect([parts.stations.map(({ id }) => id), parts.register.map(({ id }) => id)]).toEqual([["t"], ["q"]]);
    });
  });

  const object = (over: object = {}) =>
    objectToFigure({
      ...{
        organisationId: "o",
        quarter: "2026Q4",
        figure: "answered" as const,
        text: "车间少记了一次晨会",
        actorId: "worker",
      },
      ...{ now: NOW, ...over },
    });
  const toldTo = async () =>
    (await db().notice.findMany({ orderBy: { memberId: "asc" } })).map(({ memberId, text }) => `${memberId}：${text}`);

  describe("can be objected to", () => {
    it("once at a time; the figure is kept as it stood, and those who may answer are told", async () => {
      expect(await object()).toMatchObject({ ok: true });
      expect(await object({ text: "再说一遍同样的事" })).toEqual({ ok: false, reason: "open" });
      expect(await object({ figure: "recall", text: "这一项也不对" })).toMatchObject({ ok: true });
      expect(await object({ quarter: "2026Q3" })).toMatchObject({ ok: true });
      expect(await object({ organisationId: "nobody" })).toEqual({ ok: false, reason: "unknown" });
      const [first] = await listOpenObjections(ZONE);
      expect(first).toMatchObject({ figure: "answered", shown: "3 / 13人次", organisation: "示例企业o", answer: null });
      const told = "示例企业o对2026年第四季度的“已答”（3 / 13人次）有异议：车间少记了一次晨会";
      expect((await toldTo()).filter((line) => line.includes("车间"))).toEqual([
        ...[`east：${told}`, `east：${told.replace("四", "三").replace("3 / 13人次", "还没有派发")}`],
        ...[`zone：${told}`, `zone：${told.replace("四", "三").replace("3 / 13人次", "还没有派发")}`],
      ]);
    });

    it("by several taps at once: one objection", async () => {
      const replies = await Promise.all([1, 2, 3, 4].map(() => object()));
      expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
      expect(await db().figureObjection.count()).toBe(1);
    });

    it("and is answered once; whoever objected is told, and may object again", async () => {
      const made = await object();
      const objectionId = made.ok ? made.id : "";
      expect(await findObjectionPlace(objectionId)).toEqual({ organisationId: "o", stationId: "s" });
      const answer = (text: string, actorId: string) =>
        answerObjection({ objectionId, answer: text, actorId, now: LATER });
      const replies = await Promise.all([answer("已核对，已补记。", "zone"), answer("不对的没有找到。", "east")]);
      expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
      expect(replies).toContainEqual({ ok: false, reason: "answered" });
      expect(await answerObjection({ objectionId: "none", answer: "无", actorId: "zone", now: LATER })).toEqual({
        ...{ ok: false, reason: "unknown" },
      });
      const [answered] = await listAnsweredObjections(ZONE);
      expect(await toldTo()).toContain(`worker：你对2026年第四季度“已答”的异议有了答复：${answered?.answer}`);
      expect(await listOpenObjections(ZONE)).toEqual([]);
      expect(await countOpenObjections(ZONE, "2026Q4")).toEqual(new Map());
      expect(await object()).toMatchObject({ ok: true });
    });

    it("and the answer reaches who is in office now; whoever wrote it and left the office has the words alone", async () => {
      await addPerson("next", { branchId: null, organisationId: null });
      const { id } = await grant("next", "party-worker", "organisation", "o");
      const made = await object();
      const former = await db().roleGrant.findFirstOrThrow({ where: { memberId: "worker" } });
      await db().roleGrant.update({ where: { id: former.id }, data: { until: "2026-11-22" } });
      await answerObjection({ objectionId: made.ok ? made.id : "", answer: "已补记。", actorId: "zone", now: LATER });
      const told = await db().notice.findMany({ where: { text: { contains: "答复" } }, orderBy: { memberId: "asc" } });
      expect(told.map((row) => [row.memberId, row.text.slice(0, 4), row.href])).toEqual([
        ["next", "本单位对", "/branch/organisation"],
        ["worker", "你对20", ""],
      ]);
      await db().roleGrant.update({ where: { id: former.id }, data: { until: null } });
      await db().roleGrant.delete({ where: { id } });
    });

    it("is seen by the committee of its own station, not by that of another", async () => {
      await object();
      expect(await listOpenObjections(station("s"))).toHaveLength(1);
      expect(await listOpenObjections(station("t"))).toEqual([]);
      expect(await countOpenObjections(station("s"), "2026Q4")).toEqual(new Map([["o", 1]]));
      expect(await countOpenObjections(station("t"), "2026Q4")).toEqual(new Map());
      expect(await countOpenObjections(ZONE, "2026Q3")).toEqual(new Map());
    });

    it("stands in the history of the organisation in words", async () => {
      await db().auditEntry.deleteMany();
      const made = await object();
      await answerObjection({ objectionId: made.ok ? made.id : "", answer: "已补记。", actorId: "zone", now: LATER });
      const lines = await listHistory(ZONE, { kind: "organisation", id: "o" }, LATER);
      expect(
        lines.map(({ what, changes }) => [what, ...changes.map(({ field, after }) => `${field}${after}`)]),
      ).toEqual([
        ["答复数据异议", "季度2026Q4", "哪一项数据已答", "答复已补记。"],
        ["对数据提出异议", "季度2026Q4", "哪一项数据已答", "异议车间少记了一次晨会"],
      ]);
    });
  });
});
