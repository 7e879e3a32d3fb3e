import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { normaliseName } from "@/domain/people/name";
import { sendFeedback } from "@/features/feedback/mutations";
import { createMember } from "@/features/members/mutations/create-member";
import { notify } from "@/features/notices/mutations";
import { SAYS_ALL } from "@/features/notices/types";
import { db, inTransaction } from "@/lib/db";
import { NAUGHTY, packed, SCRIPTS } from "@/tests/support/naughty-strings";
import { watchPolicy, type PolicyWatch } from "./support/policy-watch";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

/**
 * Naughty strings on real pages: they stand there letter by letter, no script of theirs runs, no page breaks. Every field
 * and both engines are the business of tests/integration/naughty; here are lists full of them.
 */
const NAME = 60;
const TEXT = 900;

test.setTimeout(180_000);

let place: Place;
let secretary: Person;
let committee: Person;
const names = [...new Set(SCRIPTS.filter(({ length }) => length <= NAME).map(normaliseName))];
/** At most twenty, the length of the list. */
const notices = packed(NAUGHTY, 1_800);

test.beforeAll(async () => {
  place = await makePlace();
  secretary = await makePerson(place, [{ role: "branch-secretary", scopeKind: "branch", scopeId: place.branchId }]);
  committee = await makePerson(place, [{ role: "committee", scopeKind: "station", scopeId: place.stationId }]);
  const now = new Date();
  const common = { standing: "full", roles: [], since: "2026-01-01", actorId: null, now } as const;
  const { organisationId, branchId, shortCode } = place;
  for (const [index, name] of names.entries()) {
    const made = await createMember({ ...common, name, login: `${shortCode}-N${index}`, organisationId, branchId });
    if (!made.ok) throw new Error(made.detail);
  }
  await inTransaction(async (tx) => {
    for (const [index, text] of notices.entries()) {
      await notify(tx, { memberId: secretary.memberId, key: `naughty:${index}`, text, href: SAYS_ALL, now });
    }
  });
});

type Trap = PolicyWatch & { dialogs: string[] };

/** Whatever runs calls one of these, opens a window or leaves the page. */
async function trap(context: BrowserContext): Promise<Trap> {
  const watch = await watchPolicy(context);
  const dialogs: string[] = [];
  context.on("dialog", (dialog) => {
    dialogs.push(`${dialog.type()} ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("page", (page) => void page.opener().then((opener) => opener && dialogs.push(`window ${page.url()}`)));
  return { ...watch, dialogs };
}

const QUIET: Trap = { faults: [], dialogs: [] };

/** All text of the page as the browser has it, line ends as HTML keeps them. */
const shownOn = (page: Page): Promise<string> => page.evaluate(() => document.body.textContent ?? "");
const asHtmlKeeps = (text: string): string => text.replaceAll(/\r\n?/g, "\n");

test("names that look like scripts stand in the lists of people as they were typed", async ({ page, context }) => {
  const watch = await trap(context);
  await signInTo(context, secretary);
  let text = "";
  for (let number = 1; number <= Math.ceil(names.length / 50) + 1; number += 1) {
    await page.goto(`/branch/people?page=${number}`);
    text += await shownOn(page);
  }
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
  const { id } = await db().member.findFirstOrThrow({ where: { name: names[0] ?? "" }, select: { id: true } });
  await page.goto(`/branch/people/${id}`);
  expect(await shownOn(page)).toContain(names[0]);
  expect(watch).toEqual(QUIET);
});

test("the committee searches for one and finds it", async ({ page, context }) => {
  const watch = await trap(context);
  await signInTo(context, committee);
  for (const name of names.filter((_, index) => index % 20 === 0)) {
    await page.goto(`/committee/people?q=${encodeURIComponent(name)}`);
    expect(await shownOn(page)).toContain(name);
  }
  expect(watch).toEqual(QUIET);
});

test("every naughty string in one list of notices", async ({ page, context }) => {
  const watch = await trap(context);
  await signInTo(context, secretary);
  await page.goto("/inbox");
  const text = await shownOn(page);
  expect(notices.map(asHtmlKeeps).filter((notice) => !text.includes(notice))).toEqual([]);
  expect(watch).toEqual(QUIET);
});

test("what somebody types with them is what the committee reads", async ({ page, context, browser }) => {
  const watch = await trap(context);
  const [typed = ""] = packed(SCRIPTS, TEXT);
  await page.goto("/suggestions");
  await page.getByRole("textbox").first().fill(typed);
  await page.getByRole("button", { name: "送出" }).click();
  await expect(page.getByText("收到了，谢谢。")).toBeVisible();
  const row = await db().feedback.findFirst({ where: { text: typed }, select: { id: true } });
  expect(row).not.toBeNull();
  const sent = packed(SCRIPTS, TEXT).slice(1, 6);
  for (const [index, text] of sent.entries()) {
    const from = { memberId: null, address: `naughty-${index}`, now: new Date() };
    expect(await sendFeedback({ targetKind: "product", targetId: "", text, ...from })).toMatchObject({ ok: true });
  }
  const zone = await makePerson(place, [{ role: "committee", scopeKind: "zone", scopeId: "" }]);
  const desk = await browser.newContext();
  const deskWatch = await trap(desk);
  await signInTo(desk, zone);
  const reading = await desk.newPage();
  await reading.goto("/committee/feedback");
  const text = await shownOn(reading);
  expect([typed, ...sent].filter((one) => !text.includes(one))).toEqual([]);
  expect([watch, deskWatch]).toEqual([QUIET, QUIET]);
  await desk.close();
  // The lists of other journeys stay short.
  await db().feedback.deleteMany({ where: { text: { in: [typed, ...sent] } } });
});

test("odd text in an address breaks no page", async ({ request }) => {
  const paths = [
    "/report?target=",
    "/sign-in?from=",
    "/receipts/",
    "/invite/",
    "/daily/",
    "/seasons/",
    "/api/v1/recalls?contentId=",
  ];
  const wrong: string[] = [];
  for (const path of paths) {
    for (const text of [...SCRIPTS.slice(0, 20), "\0", "%", "..%2f..%2f", "\u202e", "=1+1"]) {
      const reply = await request.get(`${path}${encodeURIComponent(text)}`, { maxRedirects: 0 });
      if (reply.status() >= 500) wrong.push(`${path} ${JSON.stringify(text)}: ${reply.status()}`);
      if (/<(script|img|svg|iframe)[^>]*(alert|onerror)/i.test(await reply.text())) wrong.push(`${path} ${text}: raw`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the trap notices what runs", async ({ page, context }) => {
  const watch = await trap(context);
  await page.goto("/sign-in");
  await page.evaluate(() => {
    alert("planted");
    document.body.insertAdjacentHTML("beforeend", '<img src="/none" onerror="alert(1)">');
  });
  await expect.poll(() => watch.faults).not.toEqual([]);
  expect(watch.dialogs).toEqual(["alert planted"]);
});
