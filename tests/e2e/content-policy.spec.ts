import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { businessDateOf, quarterOf } from "@/domain/calendar/shanghai";
import { joinSeason } from "@/features/seasons/mutations/join-season";
import { restore } from "@/features/takedowns/mutations/restore";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { db } from "@/lib/db";
import { headersOf, makeActors, MATRIX_TIMEOUT, ofEverybody, type Actor } from "./support/actors";
import { ROUTES } from "./support/classification";
import { makeObjects } from "./support/objects";
import { watchPolicy } from "./support/policy-watch";
import { builtPages } from "./support/routes";
import { makePlace, sessionCookie, signInTo } from "./support/world";

/** Every page of the build, as everybody who may and may not open it: the browser has nothing to refuse. */
async function contextOf(browser: Browser, { person }: Pick<Actor, "person">): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  if (person) await signInTo(context, person);
  return context;
}

/** Opens a page and waits until the framework has taken it over: without its scripts that never happens. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect
    .poll(() => page.evaluate(() => Object.keys(document).some((key) => key.startsWith("_reactListening"))), {
      message: `${path} is not taken over by its scripts`,
      intervals: [20, 40, 80, 160, 320, 640],
    })
    .toBe(true);
}

/** Pages with a path to try: all of them without and with an account, refusals included; for a role those it opens. */
function pathsFor({ person, title, opens }: Actor): string[] {
  return builtPages().flatMap((route) => {
    const entry = ROUTES[route];
    if (!entry || entry.path === null) return [];
    const isOwn = entry.kind !== "public" && opens.includes(entry.kind);
    return person === null || title === "the member" || isOwn ? [entry.path] : [];
  });
}

test("no page breaks the content policy, whoever opens it", async ({ browser }) => {
  test.setTimeout(MATRIX_TIMEOUT);
  const { actors } = await makeActors();
  const faults: string[] = [];
  for (const actor of actors.filter(({ title }) => !/neighbouring|lapsed/.test(title))) {
    const context = await contextOf(browser, actor);
    const watch = await watchPolicy(context);
    const page = await context.newPage();
    for (const path of pathsFor(actor)) await open(page, path);
    faults.push(...watch.faults.map((fault) => `${actor.title} ${fault}`));
    await context.close();
  }
  expect(faults).toEqual([]);
});

test("every reply says what a browser may do with it, and what is personal is kept by nobody", async ({ request }) => {
  test.setTimeout(MATRIX_TIMEOUT);
  const { actors } = await makeActors();
  const asked = actors.filter(({ title }) => ["nobody", "the committee", "an administrator"].includes(title));
  const wrong = await ofEverybody(asked, async (actor) => {
    const faults: string[] = [];
    for (const [route, { kind, path }] of Object.entries(ROUTES)) {
      if (path === null) continue;
      const reply = await request.get(path, { headers: await headersOf(actor), maxRedirects: 0 });
      const headers = reply.headers();
      const kept = headers["cache-control"] ?? "nothing";
      const isShared = kind === "public" || kind === "internal";
      if (headers["x-content-type-options"] !== "nosniff") faults.push(`${route}: no nosniff`);
      if (!/default-src '(self|none)'/.test(headers["content-security-policy"] ?? ""))
        faults.push(`${route}: no policy`);
      if (!isShared && !kept.includes("no-store")) faults.push(`${route} ${reply.status()}: keeps ${kept}`);
    }
    return faults;
  });
  expect(wrong).toEqual([]);
});

test("no page about somebody's own things breaks it", async ({ browser }) => {
  const { member, openAttemptId, closedAttemptId, receiptId, certificateId } = await makeObjects(await makePlace());
  const context = await contextOf(browser, { person: member });
  const watch = await watchPolicy(context);
  const page = await context.newPage();
  const paths = [
    "/inbox",
    "/me/certificates",
    `/certificates/${certificateId}`,
    "/me/attempts",
    `/attempts/${openAttemptId}`,
    `/attempts/${closedAttemptId}`,
  ];
  for (const path of [...paths, `/receipts/${receiptId}`, "/no-such-page"]) await open(page, path);
  expect(watch.faults).toEqual([]);
  await context.close();
});

test("the quarter's race of somebody with points does not break it", async ({ browser }) => {
  const now = new Date();
  const quarter = quarterOf(businessDateOf(now));
  const { memberId } = await db().pointsTotal.findFirstOrThrow({ where: { quarter, total: { gt: 0 } } });
  await joinSeason({ own: { memberId }, quarter, showName: false, now });
  const context = await contextOf(browser, { person: null });
  await context.addCookies([{ ...(await sessionCookie(memberId)), url: process.env["E2E_BASE_URL"] ?? "" }]);
  const watch = await watchPolicy(context);
  const page = await context.newPage();
  await open(page, `/seasons/${quarter}`);
  await expect(page.getByRole("img", { name: /分/ })).toBeVisible();
  expect(watch.faults).toEqual([]);
  await context.close();
});

test("a page that was rendered anew after a takedown has the policy of its new text", async ({ browser, request }) => {
  const target = { targetKind: "entry", targetId: "daily/12-31" } as const;
  const policy = async () => (await request.get("/daily/12-31")).headers()["content-security-policy"] ?? "";
  const before = await policy();
  const { memberId } = (await makeObjects(await makePlace())).member;
  const down = await takeDown({ ...target, reason: "示例理由", actorId: memberId, now: new Date() });
  if (!down.ok) throw new Error("no such entry");
  try {
    // The server looks for takedowns every ten seconds.
    await expect.poll(policy, { timeout: 60_000, intervals: [1_000] }).not.toBe(before);
    // The nonce of whoever came first must not stand in the page of everybody.
    expect(await (await request.get("/daily/12-31")).text()).not.toMatch(/nonce="/);
    const context = await contextOf(browser, { person: null });
    const watch = await watchPolicy(context);
    const page = await context.newPage();
    for (const path of ["/daily/12-31", "/daily", "/daily/12-30", "/"]) await open(page, path);
    expect(watch.faults).toEqual([]);
    await context.close();
  } finally {
    await restore({ takedownId: down.takedownId, actorId: memberId, now: new Date() });
  }
});

const PLANTS = {
  script: "<script>globalThis.planted = true</script>",
  "script that hides behind the framework's": '<script>self.__next_f.push([1,""]);globalThis.planted = true</script>',
  "event handler": '<img src="/none" onerror="globalThis.planted = true">',
  "style element": "<style>body { color: red }</style>",
  "style attribute": '<p style="color: red">示例</p>',
  "script of another site": '<script src="https://example.org/a.js"></script>',
  frame: '<iframe src="https://example.org/"></iframe>',
} as const;

for (const [title, html] of Object.entries(PLANTS)) {
  test(`a planted ${title} does not run, and the watch notices it`, async ({ context, page }) => {
    const watch = await watchPolicy(context);
    for (const path of ["/daily", "/sign-in"]) {
      await page.route(path, async (route) => {
        const reply = await route.fetch();
        const body = (await reply.text()).replace('<main id="main"', `${html}<main id="main"`);
        await route.fulfill({ response: reply, body });
      });
      await page.goto(path);
      expect(await page.evaluate(() => Reflect.get(globalThis, "planted"))).toBeUndefined();
      expect(watch.faults.filter((fault) => fault.startsWith(path))).not.toEqual([]);
    }
  });
}
