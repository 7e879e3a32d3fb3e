import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { ROUTES } from "./support/classification";
import { makePerson, makePlace, signInTo, type Person } from "./support/world";

/** Every page that can be opened by its address alone, in light, in dark and in large type. */
const LOOKS = [
  { title: "light", theme: "light", size: "normal" },
  { title: "dark", theme: "dark", size: "normal" },
  { title: "large type", theme: "light", size: "large" },
] as const;

const PAGES = Object.entries(ROUTES).filter(
  ([route, { path }]) =>
    path !== null &&
    !/^\/api\/|\.(css|xml|ics|json)$|\/archive$|^\/admin\/audit\/sheet$|^\/committee\/figures$/.test(route),
);

let person: Person;
test.beforeAll(async () => {
  const place = await makePlace();
  person = await makePerson(place, [
    { role: "study-officer", scopeKind: "branch", scopeId: place.branchId },
    { role: "committee", scopeKind: "zone", scopeId: "" },
    { role: "administrator", scopeKind: "zone", scopeId: "" },
  ]);
});

async function violations(page: Page): Promise<string[]> {
  // As tall as the page: the bar at the bottom covers whatever lies under it at the moment, and scrolling uncovers it.
  const { width } = page.viewportSize() ?? { width: 360 };
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return found.map(
    (one) =>
      `${one.id}: ${one.nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  );
}

for (const look of LOOKS) {
  test(`every page can be used by everybody, ${look.title}`, async ({ page, context }) => {
    test.setTimeout(180_000);
    await signInTo(context, person);
    await page.addInitScript((choice) => {
      localStorage.setItem("zj-theme", choice.theme);
      localStorage.setItem("zj-size", choice.size);
    }, look);
    const wrong: string[] = [];
    const size = page.viewportSize() ?? { width: 360, height: 740 };
    for (const [route, { path }] of PAGES) {
      await page.setViewportSize(size);
      await page.goto(path ?? "/");
      wrong.push(...(await violations(page)).map((text) => `${route} ${text}`));
    }
    expect(wrong).toEqual([]);
  });
}

test("the check notices a page that breaks the rules", async ({ page }) => {
  await page.goto("/sign-in");
  await page.evaluate(() => {
    document.querySelector("main")?.insertAdjacentHTML("beforeend", '<img src="/logo.svg"><input name="nameless">');
  });
  expect(await violations(page)).not.toEqual([]);
});
