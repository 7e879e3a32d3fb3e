import { expect, test } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { employ } from "@/features/members/mutations/employ";
import { grantRole } from "@/features/members/mutations/grant-role";
import { joinBranch } from "@/features/members/mutations/join-branch";
import { db } from "@/lib/db";
import { makePerson, makePlace, nextNumber } from "@/tests/factories/people";
import { committeeOf } from "@/tests/factories/transfers";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, countsOf, csvOf, NOW, problemsOf, TODAY, write } from "./staging";

const LATER = addDays(TODAY, 14);
const HEADS = ["姓名", "手机号", "组织名称", "支部", "身份"];

/** A place with its names; the committee of the zone brings the files in. */
async function setting() {
  const place = await makePlace();
  if ((await db().member.count({ where: { id: "staff" } })) === 0) {
    await makePerson(null, { id: "staff", since: "2026-01-01", roles: [committeeOf()] });
  }
  const organisation = await db().organisation.findUniqueOrThrow({ where: { id: place.organisationId } });
  const branch = await db().branch.findUniqueOrThrow({ where: { id: place.branchId } });
  const phone = `1390001${String(nextNumber()).padStart(4, "0")}`;
  const lookAt = (standing: string) => {
    const line = ["王示例", phone, organisation.name, branch.name, standing];
    return bring({ kind: "members", content: csvOf(HEADS, [line]) });
  };
  return { place, phone, lookAt };
}

describeOnBothEngines("what is to come counts when a file is looked at", () => {
  test("whoever is to be on the committee is not for the committee's file to change", async () => {
    const { place, phone, lookAt } = await setting();
    const { memberId } = await makePerson(place, { name: "王示例", login: phone, since: "2026-01-01" });
    expect(await countsOf(await lookAt("预备党员"))).toMatchObject({ update: 1, fault: 0 });
    await grantRole({ ...committeeOf(), since: LATER, until: null, memberId, actorId: null, now: NOW });
    const importId = await lookAt("预备党员");
    expect(await problemsOf(importId)).toEqual(["这个人的资料不归你改。"]);
  });

  test("whoever has a first employer and branch from a later day on gets no second ones from today", async () => {
    const { place, phone, lookAt } = await setting();
    const { memberId } = await makePerson(null, { name: "王示例", login: phone, since: "2026-01-01" });
    const common = { memberId, since: LATER, actorId: null, now: NOW };
    expect(await employ({ ...common, organisationId: place.organisationId, workNumber: null })).toMatchObject({
      ok: true,
    });
    expect(await joinBranch({ ...common, branchId: place.branchId })).toMatchObject({ ok: true });
    const importId = await lookAt("正式党员");
    expect(await problemsOf(importId)).toEqual([
      expect.stringContaining("工作关系已经办好") as string,
      expect.stringContaining("组织关系已经办好") as string,
    ]);
    await write(importId);
    expect(await db().employment.count({ where: { memberId } })).toBe(1);
    expect(await db().membership.count({ where: { memberId } })).toBe(1);
  });
});
