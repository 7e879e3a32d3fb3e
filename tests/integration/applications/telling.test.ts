import { expect, it } from "vitest";
import type { BranchScope, ZoneScope } from "@/features/access/types";
import { applyToBranch } from "@/features/applications/mutations/apply";
import { issueJoinCode } from "@/features/applications/mutations/issue-join-code";
import { findJoinCode } from "@/features/applications/queries/find-join-code";
import { findBranches } from "@/features/branches/queries";
import { randomToken } from "@/lib/crypto";
import { db } from "@/lib/db";
import { makePerson, makePlace, nextNumber, type Place } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

const now = new Date("2026-11-22T02:00:00Z");

async function apply({ branchId }: Place, name = "王示例") {
  const [number, scope] = [nextNumber(), { branchId } as BranchScope];
  if ((await findJoinCode(scope, now)) === null) await issueJoinCode({ branchId, days: 30, actorId: "officer", now });
  const token = (await findJoinCode(scope, now))?.token ?? "";
  const typed = { name, login: `1380000${String(number).padStart(4, "0")}`, secret: randomToken() };
  expect(await applyToBranch({ token, ...typed, address: `address-${number}`, now })).toEqual({ ok: true });
}

describeOnBothEngines("an application that waits", () => {
  it("is told to the branch's officers, once for many at a time, and names nobody", async () => {
    const place = await makePlace();
    const officer = await makePerson(place);
    const scope = { scopeKind: "branch", scopeId: place.branchId, since: "2020-01-01" };
    for (const role of ["study-officer", "branch-secretary"]) {
      await db().roleGrant.create({ data: { ...scope, role, memberId: officer.memberId } });
    }
    await apply(place);
    const told = () => db().notice.findMany({ where: { memberId: officer.memberId } });
    expect(await told()).toMatchObject([{ href: "/branch/applications" }]);
    for (let more = 0; more < 3; more += 1) await apply(place, "王没有名字");
    expect(await told()).toHaveLength(2);
    expect(JSON.stringify(await told())).not.toContain("王");
  });

  it("is told to the committee where the branch has nobody, and stands on its list of branches", async () => {
    const [place, other] = [await makePlace(), await makePlace()];
    const { memberId } = await makePerson(other);
    const over = { memberId, role: "committee", scopeKind: "station", scopeId: place.stationId, since: "2020-01-01" };
    await db().roleGrant.create({ data: over });
    await apply(other);
    await apply(place);
    const href = `/committee/branches/${place.branchId}`;
    expect(await db().notice.findMany({ where: { memberId } })).toMatchObject([{ href }]);
    const filter = { q: "", kind: "", stationId: "", state: "waiting", page: 1 } as const;
    const listed = await findBranches({ stationId: place.stationId } as ZoneScope, filter, "2026-11-22");
    expect(listed.rows).toMatchObject([{ id: place.branchId, applications: 1 }]);
  });
});
