import { expect, test } from "vitest";
import { addDays } from "@/domain/calendar/plain-date";
import { grantRole } from "@/features/members/mutations/grant-role";
import { db } from "@/lib/db";
import { makePerson, makePlace, nextNumber } from "@/tests/factories/people";
import { committeeOf } from "@/tests/factories/transfers";
import { describeOnBothEngines } from "@/tests/support/database";
import { bring, countsOf, csvOf, NOW, problemsOf, TODAY } from "./staging";

const LATER = addDays(TODAY, 14);
const HEADS = ["姓名", "手机号", "组织名称", "支部", "身份"];

/** A place with its names, and the committee of its station, who brings the files in as `staff`. */
async function setting() {
  const place = await makePlace();
  const where = { where: { memberId: "staff" } };
  if ((await db().member.count({ where: { id: "staff" } })) === 0) {
    await makePerson(null, { id: "staff", since: "2026-01-01" });
  }
  await db().roleGrant.deleteMany(where);
  const term = { since: "2026-01-01", until: null, actorId: null, now: NOW };
  await grantRole({ ...committeeOf(place.stationId), ...term, memberId: "staff" });
  const organisation = await db().organisation.findUniqueOrThrow({ where: { id: place.organisationId } });
  const branch = await db().branch.findUniqueOrThrow({ where: { id: place.branchId } });
  const phone = `1390001${String(nextNumber()).padStart(4, "0")}`;
  const lookAt = (...line: string[]) =>
    bring({ kind: "members", content: csvOf(HEADS, [["王示例", phone, ...line]]), stationId: place.stationId });
  return { place, organisation: organisation.name, branch: branch.name, phone, lookAt };
}

describeOnBothEngines("what is to come counts when a file is looked at", () => {
  test("whoever is to be on the committee is not for the committee's file to change", async () => {
    const { place, organisation, phone, lookAt } = await setting();
    const { memberId } = await makePerson(place, { name: "王示例", login: phone, since: "2026-01-01" });
    expect(await countsOf(await lookAt(organisation, "", "预备党员"))).toMatchObject({ update: 1, fault: 0 });
    await grantRole({ ...committeeOf(), since: LATER, until: null, memberId, actorId: null, now: NOW });
    const importId = await lookAt(organisation, "", "预备党员");
    expect(await problemsOf(importId)).toEqual(["这个人的资料不归你改。"]);
  });
});
