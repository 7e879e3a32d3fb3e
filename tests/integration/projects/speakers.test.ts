import { beforeAll, beforeEach, expect, it } from "vitest";
import type { ClaimantKind } from "@/domain/projects/claims";
import { claimProject } from "@/features/projects/mutations/claim-project";
import { releaseOverdue } from "@/features/projects/mutations/release-overdue";
import { remindOfClaims } from "@/features/projects/mutations/remind-of-claims";
import { db } from "@/lib/db";
import { publish } from "@/tests/factories/projects";
import { addMember } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";
import { addPeople, clock, decide, later, START, startAnew, stateOf } from "./claim-calls";

/** The secretary's term ends on 30 November; the successor's begins on the next day. */
const LAST = "2026-11-30";
const AFTER = later(10);

const term = (memberId: string, since: string, until: string | null) =>
  db().roleGrant.create({
    data: { memberId, role: "branch-secretary", scopeKind: "branch", scopeId: "b1", since, until },
  });
const claimAs = async (memberId: string, projectId: string, kind: ClaimantKind, id: string): Promise<string> => {
  const made = await claimProject({ projectId, claimant: { kind, id }, memberId, now: clock.value });
  if (!made.ok) throw new Error(made.reason);
  return made.claimId;
};
/** Who was told since the clock was put on, and of what. */
const told = async () => {
  const rows = await db().notice.findMany({
    where: { createdAt: { gte: AFTER }, memberId: { in: ["secretary", "successor", "worker", "anna"] } },
    orderBy: [{ createdAt: "asc" }, { memberId: "asc" }],
  });
  return rows.map(({ memberId, title, text }) => `${memberId} ${title === "" ? text : title}`);
};

describeOnBothEngines("a claim in the name of a branch, after the secretary's term", () => {
  beforeAll(async () => {
    await addPeople();
    await addMember({ id: "successor", branchId: "b1" });
  });
  beforeEach(async () => {
    await startAnew();
    await db().notice.deleteMany();
    await db().roleGrant.deleteMany({ where: { role: "branch-secretary" } });
    await db().member.update({ where: { id: "secretary" }, data: { state: "active" } });
    await term("secretary", "2020-01-01", LAST);
    await term("successor", "2026-12-01", null);
  });

  const held = async () => {
    const projectId = await publish("s1", { now: START });
    return { projectId, id: await claimAs("secretary", projectId, "branch", "b1") };
  };

  it("tells the successor that it is their turn, of the assent, and of the last day", async () => {
    const projectId = await publish("s1", { now: START });
    const first = await claimAs("anna", projectId, "member", "anna");
    const second = await claimAs("secretary", projectId, "branch", "b1");
    clock.value = AFTER;
    await decide(first, "refuse");
    await decide(second, "approve");
    await db().projectClaim.update({ where: { id: second }, data: { dueOn: "2026-12-03" } });
    await remindOfClaims(AFTER);
    const title = "给自习室添四盏台灯";
    expect((await told()).sort()).toEqual(
      [
        ...[`anna 你认领的“${title}”，工作站没有同意：示例的话`, `successor 轮到你了：${title}`],
        ...[`successor 工作站同意了：${title}`, `successor 12月3日到期：${title}`],
      ].sort(),
    );
  });

  it("tells the successor that it was not done yet, and that it was released", async () => {
    const { id } = await held();
    clock.value = AFTER;
    await db().projectClaim.update({ where: { id }, data: { state: "done", dueOn: "2026-12-02" } });
    await decide(id, "reopen");
    await db().projectClaim.update({ where: { id }, data: { dueOn: "2026-12-01" } });
    await releaseOverdue(AFTER);
    expect((await told()).sort()).toEqual([
      "successor 支部认领的“给自习室添四盏台灯”到期没有进展，已经放回，不记过失。还想办的，可以再认领。",
      "successor 支部认领的“给自习室添四盏台灯”，还没有办完：示例的话",
    ]);
  });

  it("tells whoever claimed where nobody speaks for the place, and the successor that the project ended", async () => {
    const projectId = await publish("s1", { now: START });
    const done = await claimAs("anna", projectId, "member", "anna");
    await claimAs("secretary", projectId, "branch", "b1");
    await claimAs("worker", projectId, "organisation", "o1");
    await decide(done, "approve");
    await db().projectClaim.update({ where: { id: done }, data: { state: "done" } });
    await db().roleGrant.deleteMany({ where: { role: "party-worker" } });
    clock.value = AFTER;
    await decide(done, "confirm");
    expect((await told()).filter((line) => line.includes("已经结束")).sort()).toEqual([
      "successor 支部认领的“给自习室添四盏台灯”已经结束：别的同志已经办成了。谢谢你的心意。",
      "worker 单位认领的“给自习室添四盏台灯”已经结束：别的同志已经办成了。谢谢你的心意。",
    ]);
    await db().roleGrant.create({
      data: { memberId: "worker", role: "party-worker", scopeKind: "organisation", scopeId: "o1", since: "2020-01-01" },
    });
  });

  it("goes on when the secretary leaves the zone, and ends where nobody is left to speak for the branch", async () => {
    const { projectId, id } = await held();
    const next = await claimAs("anna", projectId, "member", "anna");
    await db().member.update({ where: { id: "secretary" }, data: { state: "left" } });
    expect(await releaseOverdue(AFTER)).toBe(0);
    expect(await stateOf(id)).toBe("held");
    await db().roleGrant.updateMany({ where: { memberId: "successor" }, data: { revokedAt: AFTER } });
    expect(await releaseOverdue(AFTER)).toBe(1);
    expect([await stateOf(id), await stateOf(next)]).toEqual(["withdrawn", "held"]);
  });
});
