import { beforeAll, expect, it } from "vitest";
import { GET as getPoints } from "@/app/api/v1/me/points/route";
import { GET as getMe } from "@/app/api/v1/me/route";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { awardPoints } from "@/features/points/mutations/award-points";
import { inTransaction } from "@/lib/db";
import { db } from "@/lib/db";
import { cookieOf } from "@/tests/factories/sign-in";
import { addBranch, addMember, addOrganisation, addStation } from "@/tests/factories/small-zone";
import { callRoute } from "@/tests/support/api-calls";
import { expectConforms } from "@/tests/support/conformance";
import { describeOnBothEngines } from "@/tests/support/database";

const me = async (cookie?: string) => {
  const reply = await callRoute(getMe, { path: "/me", ...(cookie ? { cookie } : {}) }, {});
  await expectConforms("readMe", reply.status, reply.body);
  return reply;
};
const points = async (query: string, cookie?: string) => {
  const reply = await callRoute(getPoints, { path: `/me/points${query}`, ...(cookie ? { cookie } : {}) }, {});
  await expectConforms("listOwnPoints", reply.status, reply.body);
  return reply;
};
const pay = (memberId: string, source: string) =>
  inTransaction((tx) => awardPoints(tx, { memberId, reason: "lesson", source, now: new Date() }));

describeOnBothEngines("the person over the API", () => {
  beforeAll(async () => {
    await addStation("s1");
    await addBranch("b1", "s1");
    await addOrganisation("o1", "s1");
    await addMember({ id: "me", name: "王示例", branchId: "b1", organisationId: "o1" });
    await addMember({ id: "other" });
    for (const source of ["1", "2", "3"]) await pay("me", source);
    await pay("other", "theirs");
  });

  it("is told name, place, roles in force and today", async () => {
    const today = businessDateOf(new Date());
    const grant = { memberId: "me", role: "study-officer", scopeKind: "branch", scopeId: "b1", since: "2020-01-01" };
    await db().roleGrant.create({ data: { ...grant, id: "r1" } });
    await db().roleGrant.create({ data: { ...grant, id: "r0", until: "2020-12-31" } });
    expect((await me(await cookieOf("me"))).body).toEqual({
      ...{ id: "me", name: "王示例", standing: "full", branch: "示例支部b1", organisation: "示例企业o1" },
      roles: [
        {
          ...{ id: "r1", role: "study-officer", roleName: "学习委员" },
          ...{ scopeKind: "branch", scopeId: "b1", scopeName: "示例支部b1" },
        },
      ],
      today: { date: today, quarter: expect.stringMatching(/^\d{4}Q[1-4]$/u) as string, points: 6, entry: null },
    });
  });

  it("reads the own ledger page by page, and no other", async () => {
    const cookie = await cookieOf("me");
    const first = (await points("?limit=2", cookie)).body as { entries: { source: string }[]; nextCursor: string };
    const second = (await points(`?limit=2&cursor=${first.nextCursor}`, cookie)).body as typeof first;
    expect([...first.entries, ...second.entries].map((entry) => entry.source)).toEqual(["3", "2", "1"]);
    expect(second.nextCursor).toBeNull();
    expect(JSON.stringify([first, second])).not.toContain("theirs");
  });

  it.each(["?limit=0", "?limit=101", "?limit=x", "?cursor=%20", "?cursor=x"])("is refused %s", async (query) => {
    expect((await points(query, await cookieOf("me"))).status).toBe(422);
  });

  it("is nobody without signing in", async () => {
    expect((await me()).status).toBe(401);
    expect((await points("")).status).toBe(401);
  });
});
