import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { tellStory, writeStory } from "@/tests/factories/stories";
import { ROUTES } from "./support/classification";
import { consoleAddresses } from "./support/console-things";
import { makeObjects } from "./support/objects";
import { STANDARDS } from "./support/usable";
import { makePerson, makePlace, signInTo, type Person } from "./support/world";

/** The rules that colours and sizes bear on. All others depend on the page's elements, which are the same in every look. */
const OF_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

/** Every page that can be opened by its address alone is looked at three times without leaving it. */
const LOOKS = [
  { title: "light", theme: "light", size: "normal", rules: null },
  { title: "dark", theme: "dark", size: "normal", rules: OF_LOOKS },
  { title: "large type", theme: "light", size: "large", rules: OF_LOOKS },
] as const;

type Look = (typeof LOOKS)[number];

const PAGES = Object.entries(ROUTES).filter(
  ([route, { path }]) =>
    path !== null &&
    !/^\/api\/|\.(css|xml|ics|json)$|\/(archive|pdf|\[file\])$|^\/committee\/figures$|^\/(admin|committee)\/.+\/sheet$/.test(
      route,
    ),
);

let person: Person;
/** Routes with an id, with something of the person's place in it. */
let addresses: Readonly<Record<string, string>>;
test.beforeAll(async () => {
  const place = await makePlace();
  person = await makePerson(place, [
    { role: "study-officer", scopeKind: "branch", scopeId: place.branchId },
    { role: "party-worker", scopeKind: "organisation", scopeId: place.organisationId },
    { role: "committee", scopeKind: "zone", scopeId: "" },
    { role: "administrator", scopeKind: "zone", scopeId: "" },
  ]);
  const told = await tellStory(person.memberId, { visibility: "all" });
  const draft = await writeStory(person.memberId);
  addresses = {
    ...(await consoleAddresses(await makeObjects(place), person.memberId)),
    ...{ "/stories/[id]": `/stories/${told}`, "/me/stories/[id]": `/me/stories/${draft}` },
    "/me/stories/[id]/preview": `/me/stories/${draft}/preview`,
  };
});

async function violations(page: Page, look: Look = LOOKS[0]): Promise<string[]> {
  await page.evaluate(({ theme, size }) => {
    Object.assign(document.documentElement.dataset, { theme, size });
    // Colours that fade from one look to the next are looked at when they have arrived.
    for (const animation of document.getAnimations()) animation.finish();
  }, look);
  // As tall as the page: the bar at the bottom covers whatever lies under it at the moment, and scrolling uncovers it.
  const { width } = page.viewportSize() ?? { width: 360 };
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations: found } = await (
    look.rules === null ? axe.withTags(STANDARDS) : axe.withRules([...look.rules])
  ).analyze();
  return found.map(
    (one) =>
      `${look.title}: ${one.id}: ${one.nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  );
}

const isConsole = ([route]: readonly [string, ...unknown[]]): boolean => /^\/(admin|branch|committee)/.test(route);

const isCommittee = ([route]: readonly [string, ...unknown[]]): boolean => route.startsWith("/committee");

const PARTS = [
  { title: "page", pages: PAGES.filter((entry) => !isConsole(entry)) },
  {
    title: "page of the branch's and the administrator's console",
    pages: PAGES.filter((entry) => isConsole(entry) && !isCommittee(entry)),
  },
  { title: "page of the committee's console", pages: PAGES.filter(isCommittee) },
];

for (const { title, pages } of PARTS) {
  test(`every ${title} can be used by everybody, in light, dark and large type`, async ({ page, context }) => {
    test.setTimeout(600_000);
    await signInTo(context, person);
    const wrong: string[] = [];
    const size = page.viewportSize() ?? { width: 360, height: 740 };
    for (const [route, { path }] of pages) {
      await page.setViewportSize(size);
      const address = addresses[route] ?? path ?? "/";
      const reply = await page.goto(address);
      if (isConsole([route]) && reply?.status() !== 200) wrong.push(`${address}: ${String(reply?.status())}`);
      for (const look of LOOKS) wrong.push(...(await violations(page, look)).map((text) => `${route} ${text}`));
    }
    expect(wrong).toEqual([]);
  });
}

test("the check notices a page that breaks the rules", async ({ page }) => {
  // What is planted before the framework has taken the page over may be gone a moment later.
  const open = () => page.goto("/sign-in", { waitUntil: "networkidle" });
  await open();
  await page.evaluate(() => {
    document.querySelector("main")?.insertAdjacentHTML("beforeend", '<img src="/logo.svg"><input name="nameless">');
  });
  expect(await violations(page)).not.toEqual([]);
  for (const look of LOOKS.slice(1)) {
    await open();
    expect(await violations(page, look)).toEqual([]);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLElement>("main *")) one.style.color = "#888";
    });
    expect((await violations(page, look)).join()).toContain("color-contrast");
  }
});
