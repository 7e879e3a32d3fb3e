import { beforeAll, expect, it } from "vitest";
import type { ZoneScope } from "@/features/access/types";
import { countWaiting } from "@/features/figures/queries/decisions";
import { db } from "@/lib/db";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { describeOnBothEngines } from "@/tests/support/database";

const waitingIn = (stationId: string | null) => countWaiting({ stationId } as ZoneScope);
const now = new Date("2026-11-22T02:00:00Z");

const object = (organisationId: string, state = "open") =>
  db().figureObjection.create({
    data: { organisationId, state, quarter: "2026Q4", figure: "answered", shown: "–", text: "示例", createdById: "m" },
  });
const move = (fromId: string | null, toId: string, state = "open") =>
  db().transfer.create({
    data: { memberId: "m", kind: "membership", fromId, toId, since: "2026-11-22", requestedById: "m", state },
  });
const apply = async (branchId: string, state = "open") => {
  const token = { tokenHash: `${branchId}${state}`, tokenCipher: "x", expiresAt: now };
  const code = await db().joinCode.create({ data: { branchId, createdById: "m", ...token } });
  const login = { loginKind: "work-number", loginHash: "x", loginCipher: "x", secretHash: `${branchId}${state}` };
  await db().application.create({ data: { branchId, joinCodeId: code.id, name: "示例", state, ...login } });
};

describeOnBothEngines("what waits on the committee's desk", () => {
  beforeAll(async () => {
    for (const station of ["s", "t"]) {
      await addStation(station);
      await addOrganisation(`o-${station}`, station);
      await addBranch(`b-${station}`, station);
    }
    await addMember({ id: "m", branchId: "b-s" });
  });

  it("is nothing at first", async () => {
    const nothing = { objections: 0, seasonObjections: 0, transfers: 0, applications: 0 };
    expect([await waitingIn(null), await waitingIn("s")]).toEqual([nothing, nothing]);
  });

  it("is counted for the zone and for the station whose affair it is, what is done left out", async () => {
    for (const organisation of ["o-s", "o-t", "o-t"]) await object(organisation);
    await object("o-s", "answered");
    await move("b-s", "b-t");
    await move(null, "o-t");
    await move("b-s", "b-t", "done");
    await apply("b-s");
    await apply("b-s", "refused");
    const about = { quarter: "2026Q3", memberId: "m", about: "points", text: "示例", createdAt: now };
    await db().seasonObjection.create({ data: about });
    await db().seasonObjection.create({ data: { ...about, state: "answered" } });

    expect(await waitingIn(null)).toEqual({ objections: 3, seasonObjections: 1, transfers: 2, applications: 1 });
    expect(await waitingIn("s")).toEqual({ objections: 1, seasonObjections: 0, transfers: 1, applications: 1 });
    expect(await waitingIn("t")).toEqual({ objections: 2, seasonObjections: 0, transfers: 2, applications: 0 });
  });
});
