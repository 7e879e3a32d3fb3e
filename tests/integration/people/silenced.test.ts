import { beforeEach, expect, it } from "vitest";
import { keepBrowser } from "@/features/channels/mutations/keep-browser";
import { issueCode, redeemCode } from "@/features/codes/mutations";
import { leaveZone } from "@/features/people/mutations/leave-zone";
import { deactivateMember } from "@/features/members/mutations/set-state";
import { closeAllSessions } from "@/features/sessions/mutations/close-sessions";
import { changePassword } from "@/features/sessions/mutations/set-password";
import { db } from "@/lib/db";
import { dropSingleton } from "@/lib/singleton";
import { givePassword, makePerson, makePlace } from "@/tests/factories/people";
import { describeOnBothEngines } from "@/tests/support/database";

const NOW = new Date("2026-11-20T02:00:00Z");
const PASSWORD = "学党史走长路2026";
const NEXT = "又走一程长路2026";

type Person = { memberId: string; login: string };

let person: Person;
let other: Person;

const keep = ({ memberId }: Person, name: string) =>
  keepBrowser({ memberId, endpoint: `https://push.example/${name}`, p256dh: "key", auth: "auth", now: NOW });
const browsers = ({ memberId }: Person) => db().pushBrowser.count({ where: { memberId } });
const lastWords = async ({ memberId }: Person) =>
  (await db().notice.findMany({ where: { memberId }, orderBy: { createdAt: "asc" } })).at(-1)?.text;

describeOnBothEngines("browsers that were notified", () => {
  beforeEach(async () => {
    dropSingleton("rate-window.push-browser");
    await db().pushBrowser.deleteMany();
    const place = await makePlace();
    [person, other] = [await makePerson(place), await makePerson(place)];
    await givePassword([person.memberId, other.memberId], PASSWORD);
    for (const name of ["phone", "office"]) await keep(person, name);
    await keep(other, "other");
  });

  const by = () => ({ reason: "示例", actorId: other.memberId, now: NOW });
  const endings: [string, (memberId: string) => Promise<unknown>][] = [
    ["退出所有设备", (memberId) => closeAllSessions(memberId, NOW)],
    ["停用", (memberId) => deactivateMember({ memberId, ...by() })],
    ["转出", (memberId) => leaveZone({ memberId, on: "2026-11-20", ...by() })],
    ["a one-time code", (memberId) => issueCode({ memberId, actorId: other.memberId, now: NOW })],
  ];
  it.each(endings)("fall silent with %s, those of others do not", async (_name, end) => {
    await end(person.memberId);
    expect([await browsers(person), await browsers(other)]).toEqual([0, 1]);
  });

  it("fall silent with a new password, and the person is told what to do", async () => {
    const { memberId, login } = person;
    const done = await changePassword({ memberId, sessionId: "own", current: PASSWORD, next: NEXT, now: NOW });
    expect([done, await browsers(person)]).toEqual([{ ok: true }, 0]);
    expect(await lastWords(person)).toBe(
      "你修改了密码，其他设备已退出登录。浏览器通知也都关了，要收的话在“通知方式”里再打开。",
    );
    const soon = new Date(NOW.getTime() + 60_000);
    const { code } = await issueCode({ memberId, actorId: null, now: soon });
    await keep(person, "phone");
    await redeemCode({ login, code, next: PASSWORD, address: "203.0.113.7", now: new Date(soon.getTime() + 60_000) });
    expect(await browsers(person)).toBe(0);
    const later = { memberId: other.memberId, sessionId: "own", current: PASSWORD, next: NEXT, now: soon };
    await db().pushBrowser.deleteMany();
    await changePassword(later);
    expect(await lastWords(other)).toBe("你修改了密码，其他设备已退出登录。");
  });
});
