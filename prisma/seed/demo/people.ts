// Makes the people of the demo zone by the product's own mutations, with passwords for the printed accounts.
import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { NOTICE_VERSION } from "@/domain/people/notice-of-purpose";
import { createMember } from "@/features/members/mutations/create-member";
import { hashPassword, randomCode } from "@/lib/crypto";
import { db } from "@/lib/db";
import { branchId, organisationId } from "./places";
import { demoRoster, PRINTED_ORDER, type DemoPerson } from "./roster";

export type DemoAccount = { account: string; login: string; password: string };

/** How long they have been where they are. */
const DAYS_HERE = 120;
/** Every twelfth person without a printed account has not signed in yet, so that consoles have somebody to invite. */
const STILL_INVITED = 12;

/** 60 random bits, without signs that can be mistaken for one another. */
const freshPassword = (): string => `${randomCode()}-${randomCode().slice(0, 4)}`;

/** Everybody with relations, roles, logins and consents; answers the accounts to print. */
export async function plantPeople(now: Date): Promise<DemoAccount[]> {
  const since = addDays(businessDateOf(now), -DAYS_HERE);
  const roster = demoRoster();
  for (const person of roster) await plant(person, since, now);
  const active = roster.filter((person, index) => person.account !== null || index % STILL_INVITED !== 5);
  const ids = active.map((person) => person.id);
  await db().member.updateMany({ where: { id: { in: ids } }, data: { state: "active" } });
  await db().consent.createMany({
    data: ids.map((memberId) => ({ memberId, noticeVersion: NOTICE_VERSION, givenAt: now })),
  });
  const accounts: DemoAccount[] = [];
  for (const { id, account, login } of roster) {
    if (account === null) continue;
    const password = freshPassword();
    await db().member.update({ where: { id }, data: { passwordHash: await hashPassword(password) } });
    accounts.push({ account, login, password });
  }
  return accounts.sort((one, other) => PRINTED_ORDER.indexOf(one.login) - PRINTED_ORDER.indexOf(other.login));
}

async function plant(person: DemoPerson, since: string, now: Date): Promise<void> {
  const { id, name, standing, login, organisation, branch, roles } = person;
  const made = await createMember({
    ...{ id, name, standing, login, roles, since, actorId: null, now },
    organisationId: organisation === null ? null : organisationId(organisation),
    branchId: branch === null ? null : branchId(branch),
  });
  if (!made.ok) throw new Error(`${login}: ${made.detail}`);
}
