import { beforeAll, expect, it } from "vitest";
import type { BranchScope, OrganisationScope, ZoneScope } from "@/features/access/types";
import { confirmDuty, deferDuty, reportDuty, returnDuty, takeBackDuty } from "@/features/duties/mutations/do-duty";
import { makeDuties } from "@/features/duties/mutations/make-duties";
import { countReported, findDuty, listDuties, listReported } from "@/features/duties/queries/duties";
import { listEarlier, listGaps, listProgress } from "@/features/duties/queries/progress";
import { dutyCard, dutyGroups } from "@/features/duties/view/duty";
import { backlogOf, byStation, sumOf } from "@/features/duties/view/progress";
import { db } from "@/lib/db";
import { issueList } from "@/tests/factories/duties";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-03-20T02:00:00Z");
const TODAY = "2026-03-20";
const BRANCH = { branchId: "joint" } as BranchScope;
const ZONE = { stationId: null } as ZoneScope;
const secretary = { actorId: "secretary", now: NOW };
const instructor = { actorId: "instructor", now: NOW };
const told = { manner: "reported" as const, evidence: "谈了三人", link: "" };

async function first(organisationId: string, period = "2026Q1") {
  return db().duty.findFirstOrThrow({ where: { organisationId, period } });
}

describeOnBothEngines("doing a duty", () => {
  beforeAll(async () => {
    for (const id of ["s1", "s2"]) await addStation(id);
    for (const id of ["o1", "o2"]) await addOrganisation(id, "s1");
    await addOrganisation("o3", "s2");
    await addBranch("joint", "s1");
    await addMember({ id: "secretary", branchId: "joint", organisationId: "o1" });
    await addMember({ id: "a", branchId: "joint", organisationId: "o2" });
    await issueList("2026", [{}], new Date("2026-01-05T02:00:00Z"));
  });

  it("the secretary of a joint branch has the duties of every organisation it serves", async () => {
    const rows = await listDuties(BRANCH, { year: "2026", today: TODAY });
    expect(new Set(rows.map(({ organisationId }) => organisationId))).toEqual(new Set(["o1", "o2"]));
    const groups = dutyGroups(rows, { today: TODAY, weekEnd: "2026-03-29", withOrganisation: true });
    expect(groups.map(({ title, duties }) => `${title} ${duties.length}`)).toEqual(["这一周要办的 2", "以后的 6"]);
  });

  it("somebody else's is not found", async () => {
    const { id } = await first("o3");
    expect(await findDuty(BRANCH, id, TODAY)).toBeNull();
    expect(await findDuty({ organisationId: "o1" } as OrganisationScope, id, TODAY)).toBeNull();
    expect(await findDuty({ stationId: "s1" } as ZoneScope, id, TODAY)).toBeNull();
    expect(await findDuty({ stationId: "s2" } as ZoneScope, id, TODAY)).not.toBeNull();
  });

  it("an organisation without a branch and without members has its own, for its party worker", async () => {
    const rows = await listDuties({ organisationId: "o3" } as OrganisationScope, { year: "2026", today: TODAY });
    expect(rows).toHaveLength(4);
  });

  it("is reported once, also when tapped ten times; nobody overwrites another", async () => {
    const { id: dutyId } = await first("o1");
    const tap = () => reportDuty({ dutyId, version: 0, ...told, ...secretary });
    expect((await Promise.all(Array.from({ length: 10 }, tap))).filter(({ ok }) => !ok)).toEqual([]);
    expect(await db().auditEntry.count({ where: { subjectId: dutyId } })).toBe(1);
    const other = { dutyId, version: 0, ...told, evidence: "谈了五人", actorId: "worker", now: NOW };
    expect(await reportDuty(other)).toEqual({ ok: false, reason: "stale" });
    expect(await first("o1")).toMatchObject({ state: "done", evidence: "谈了三人", doneById: "secretary", version: 1 });
  });

  it("is confirmed by another only, or given back with a reason, which the one who reported it is told", async () => {
    const { id: dutyId } = await first("o1");
    expect(await confirmDuty({ dutyId, version: 1, ...secretary })).toEqual({ ok: false, reason: "refused" });
    expect(await listReported(ZONE, "secretary", TODAY)).toEqual([]);
    expect(await countReported(ZONE, "instructor", TODAY)).toBe(1);
    expect(await returnDuty({ dutyId, version: 1, reason: "写明日期", ...instructor })).toEqual({ ok: true });
    expect(await first("o1")).toMatchObject({ state: "open", returned: "写明日期", doneById: null });
    const notices = await db().notice.findMany({ where: { memberId: "secretary" } });
    expect(notices.map(({ text }) => text).join()).toContain("写明日期");
    expect(notices.map(({ href }) => href)).toEqual([`/branch/duties/${dutyId}`]);
    await reportDuty({ dutyId, version: 2, ...told, ...secretary });
    const both = await Promise.all([
      confirmDuty({ dutyId, version: 3, ...instructor }),
      takeBackDuty({ dutyId, version: 3, ...secretary }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is put off to a later day with a reason, and again", async () => {
    const { id: dutyId } = await first("o2");
    const off = { dutyId, until: "2026-04-10", reason: "overhaul" as const, note: "", ...secretary };
    expect(await deferDuty({ ...off, version: 0, until: "2026-03-01" })).toMatchObject({
      reason: "fault",
      field: "until",
    });
    expect(await deferDuty({ ...off, version: 0 })).toEqual({ ok: true });
    expect(await deferDuty({ ...off, version: 0, until: "2026-04-11" })).toEqual({ ok: false, reason: "stale" });
    expect(await deferDuty({ ...off, version: 1, until: "2026-04-20", reason: "shutdown" })).toEqual({ ok: true });
    expect(await first("o2")).toMatchObject({ dueOn: "2026-04-20", plannedOn: "2026-03-24", deferral: "shutdown" });
  });

  it("stays as it is when the list is made again", async () => {
    const before = await first("o2");
    await makeDuties({ year: "2026", now: NOW });
    expect(await first("o2")).toEqual(before);
  });

  it("counts in the progress of its organisation and station, with the reason beside the gap", async () => {
    const late = "2026-05-01";
    const rows = await listProgress(ZONE, { year: "2026", today: late });
    expect(rows.find(({ id }) => id === "o2")).toMatchObject({ total: 4, due: 1, done: 0, overdue: 1, deferred: 0 });
    expect(rows.find(({ id }) => id === "o3")).toMatchObject({ due: 1, done: 0, overdue: 1, deferred: 0 });
    const stations = byStation(
      [
        { id: "s1", name: "一" },
        { id: "s2", name: "二" },
        { id: "s3", name: "三" },
      ],
      rows,
    );
    expect(stations.map(({ organisations, sums }) => [organisations, sums.total])).toEqual([
      [2, 8],
      [1, 4],
      [0, 0],
    ]);
    expect(sumOf(rows).total).toBe(12);
    const gaps = await listGaps(ZONE, { year: "2026", today: late });
    expect(gaps.map(({ organisationId, dueOn }) => [organisationId, dueOn])).toEqual([
      ["o3", "2026-03-24"],
      ["o2", "2026-04-20"],
    ]);
    expect(rows.map(({ id, gaps: all }) => [id, all])).toEqual([
      ["o1", 0],
      ["o2", 1],
      ["o3", 1],
    ]);
    expect(await listGaps({ stationId: "s2" } as ZoneScope, { year: "2026", today: late })).toHaveLength(1);
  });

  it("put off, it is explained until the day that was promised, and afterwards no more", async () => {
    const seen = async (today: string) => {
      const rows = await listProgress(ZONE, { year: "2026", today });
      const { overdue, deferred, gaps } = rows.find(({ id }) => id === "o2") ?? {};
      const row = (await listGaps(ZONE, { year: "2026", today })).find(({ organisationId }) => organisationId === "o2");
      return { overdue, deferred, gaps, why: row && dutyCard(row, today).why };
    };
    expect(await seen("2026-04-20")).toEqual({ overdue: 0, deferred: 1, gaps: 1, why: "推迟：停产" });
    expect(await seen("2026-04-21")).toEqual({ overdue: 1, deferred: 0, gaps: 1, why: "推迟过：停产" });
  });

  it("of the old year stays in the committee's week after New Year, also put off into the new one", async () => {
    const today = "2027-01-11";
    const asked = { year: "2027", today };
    const left = { state: "open", year: "2026" };
    await db().duty.updateMany({ where: left, data: { state: "dropped" } });
    const [late, promised] = [await first("o2", "2026Q4"), await first("o3", "2026Q4")];
    await db().duty.update({ where: { id: late.id }, data: { state: "open", dueOn: "2026-12-24" } });
    const off = { state: "open", dueOn: "2027-01-15", deferral: "shutdown" };
    await db().duty.update({ where: { id: promised.id }, data: off });
    const week = async (scope: ZoneScope) =>
      backlogOf(await listProgress(scope, asked), await listEarlier(scope, asked));
    expect(await week(ZONE)).toEqual({ silent: 1, gaps: 2, earlier: 2 });
    expect(await week({ stationId: "s2" } as ZoneScope)).toEqual({ silent: 0, gaps: 1, earlier: 1 });
    const gaps = await listGaps(ZONE, asked);
    expect(gaps.map((row) => [row.organisationId, row.year, dutyCard(row, today).why])).toEqual([
      ["o2", "2026", ""],
      ["o3", "2026", "推迟：停产"],
    ]);
    expect(await listEarlier(ZONE, { year: "2026", today })).toEqual([]);
  });
});
