import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import sharp from "sharp";
import { itemOf } from "@/features/stories/view";
import { takeDown } from "@/features/takedowns/mutations/take-down";
import { STORY, submitStory, tellStory } from "@/tests/factories/stories";
import { makePerson, makePlace, signInTo, type Person, type Place } from "./support/world";

/** 厂情厂史: from the first word to the readers. */
let place: Place;
let author: Person, secretary: Person, colleague: Person, stranger: Person, committee: Person;

test.beforeAll(async () => {
  place = await makePlace();
  author = await makePerson(place);
  secretary = await makePerson(place, [{ role: "branch-secretary", scopeKind: "branch", scopeId: place.branchId }]);
  colleague = await makePerson(place);
  committee = await makePerson(place, [{ role: "committee", scopeKind: "zone", scopeId: "" }]);
  stranger = await makePerson(await makePlace());
});

const jpeg = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: "#7a4a2a" } })
    .withExif({ IFD0: { Artist: "SHILI-OWNER" } })
    .jpeg()
    .toBuffer();

const TEXT = "示例厂开工那年，只有一台旧机床，老师傅们修了三个月才转起来。";

async function open(
  browser: Browser,
  who: Person | null,
  page: Page,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: page.viewportSize(), locale: "zh-CN" });
  if (who) await signInTo(context, who);
  return { context, page: await context.newPage() };
}

test("a member writes a story with a picture, loses the network and the page, and nothing is lost", async ({
  page,
  context,
}) => {
  await signInTo(context, author);
  await page.goto("/me/stories");
  await page.goto("/me/stories/new");
  await page.waitForLoadState("networkidle");
  const title = `示例断网的一篇${place.marker}`;
  await page.getByLabel("标题").fill(title);
  await page.getByLabel("正文").fill(TEXT);
  await expect(page.getByText("已存为草稿")).toBeVisible();
  await expect(page).toHaveURL(/\/me\/stories\/[0-9a-f-]{36}$/);

  await page.getByLabel("图上是什么").fill("门口的旧机床");
  await page
    .getByLabel("选一张图")
    .setInputFiles({ name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: await jpeg() });
  await page.getByRole("button", { name: "加到正文里" }).click();
  await expect(page.getByLabel("正文")).toHaveValue(/!\[门口的旧机床\]\(图1\)/);
  await expect(page.getByText("已存为草稿")).toBeVisible();

  await context.setOffline(true);
  const typed = `${await page.getByLabel("正文").inputValue()}\n\n断网时写的一段，${place.marker}。`;
  await page.getByLabel("正文").fill(typed);
  await expect(page.getByText(/现在没有网，写的已留在这台设备上/)).toBeVisible();
  // The page is left without a network; it comes back with one, from the server, without the last words.
  await page.goto("about:blank");
  await context.setOffline(false);
  await page.goBack();
  await expect(page.getByLabel("正文")).toHaveValue(typed);
  await expect(page.getByText("已存为草稿")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("正文")).toHaveValue(typed);
});

test("what was typed into a new page without a network is there when it is opened again", async ({ page, context }) => {
  await signInTo(context, colleague);
  await page.goto("/me/stories/new");
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.getByLabel("标题").fill(`示例没网时新写${place.marker}`);
  await page.getByLabel("正文").fill(TEXT);
  await expect(page.getByText(/现在没有网/)).toBeVisible();
  await page.goto("about:blank");
  await context.setOffline(false);
  await page.goto("/me/stories/new");
  await expect(page.getByLabel("标题")).toHaveValue(`示例没网时新写${place.marker}`);
  await expect(page.getByText("已存为草稿")).toBeVisible();
  await page.goto("/me/stories");
  await expect(page.getByText(`示例没网时新写${place.marker}`)).toHaveCount(1);
});

test("who signs out is warned of a story that only this browser has", async ({ page, context }) => {
  await signInTo(context, await makePerson(place));
  await page.route("**/api/v1/stories/**", (route) => route.abort());
  await page.goto("/me/stories/new");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("标题").fill(`示例没存上的一篇${place.marker}`);
  await expect(page.getByText(/现在没有网/)).toBeVisible();
  await page.goto("/me");
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page.getByText("还有1篇厂情厂史没有存到服务器。")).toBeVisible();
  await page.getByRole("button", { name: "先不退出" }).click();
  await page.unroute("**/api/v1/stories/**");
  await page.goto("/me/stories/new");
  await expect(page.getByLabel("标题")).toHaveValue(`示例没存上的一篇${place.marker}`);
});

test("two pages with the same story keep both texts and say so", async ({ page, context }) => {
  await signInTo(context, author);
  await page.goto("/me/stories/new");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("标题").fill(`示例两页${place.marker}`);
  await page.getByLabel("正文").fill(TEXT);
  await expect(page.getByText("已存为草稿")).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.waitForLoadState("networkidle");
  await other.getByLabel("正文").fill(`${TEXT}\n\n另一页写的。`);
  await expect(other.getByText("已存为草稿")).toBeVisible();
  await page.getByLabel("正文").fill(`${TEXT}\n\n这一页写的。`);
  await expect(page.getByText("这一篇在别处也改过，两份都在。")).toBeVisible();
  await page.getByRole("button", { name: "接在这一份后面" }).click();
  await expect(page.getByText("已存为草稿")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("正文")).toHaveValue(/这一页写的。[\s\S]*另一页写的。/);
});

test("a story is returned, sent again, published, and read by whom it is for", async ({ page, context, browser }) => {
  const title = `示例门口的机床${place.marker}`;
  await signInTo(context, author);
  await page.goto("/me/stories/new");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("标题").fill(title);
  await page.getByLabel("正文").fill(`${TEXT}\n\n有事打13800000000。`);
  await page.getByLabel("给所有人看").check();
  await expect(page.getByText("正文里有像电话号码的“13800000000”，请去掉。")).toBeVisible();
  await expect(page.getByRole("button", { name: "送去审核" })).toBeDisabled();
  await page.getByLabel("正文").fill(TEXT);
  await page.getByLabel("图上是什么").fill("门口的旧机床");
  await page.getByLabel("选一张图").setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: await jpeg() });
  await page.getByRole("button", { name: "加到正文里" }).click();
  await expect(page.getByLabel("正文")).toHaveValue(/图1/);
  await expect(page.getByText("已存为草稿")).toBeVisible();
  await page.getByRole("link", { name: "看看读者看到的样子" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByRole("img", { name: "门口的旧机床" })).toBeVisible();
  await page.getByRole("link", { name: "回去接着写" }).first().click();
  await page.waitForLoadState("networkidle");
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
  await page.getByRole("button", { name: "送去审核" }).click();
  await expect(page.getByText("正在等审核。")).toBeVisible();

  const desk = await open(browser, secretary, page);
  await test.step("the secretary finds it among what waits, and returns it", async () => {
    await desk.page.goto("/branch");
    await expect(desk.page.getByText("篇厂情厂史等你审核")).toBeVisible();
    await desk.page.getByRole("link", { name: "去审核" }).click();
    await desk.page.getByRole("link", { name: title }).click();
    await expect(desk.page.getByRole("img", { name: "门口的旧机床" })).toBeVisible();
    await desk.page.waitForLoadState("networkidle");
    await desk.page.getByLabel("要改的话，写明哪里").fill("请写明是哪一年");
    await desk.page.getByRole("button", { name: "退回修改" }).click();
    await expect(desk.page.getByRole("button", { name: "退回修改" })).toBeHidden();
  });

  const visitor = await open(browser, null, page);
  await test.step("nobody else sees it or its picture meanwhile", async () => {
    for (const path of [`/stories/${id}`, `/stories/${id}/images/1`]) {
      expect((await visitor.context.request.get(path)).status()).toBe(404);
    }
  });

  await test.step("the author sends it again", async () => {
    await page.goto(`/me/stories/${id}`);
    await page.waitForLoadState("networkidle");
    await expect(page.getByText("请写明是哪一年")).toBeVisible();
    const body = await page.getByLabel("正文").inputValue();
    await page.getByLabel("正文").fill(body.replace("那年", "的1978年"));
    await expect(page.getByText("已存为草稿")).toBeVisible();
    await page.getByRole("button", { name: "送去审核" }).click();
    await expect(page.getByText("正在等审核。")).toBeVisible();
  });

  await test.step("it is published for everybody, and found", async () => {
    await desk.page.goto(`/branch/stories/${id}`);
    await desk.page.waitForLoadState("networkidle");
    await desk.page.getByRole("button", { name: "看过了，发布" }).click();
    await expect(desk.page.getByRole("button", { name: "看过了，发布" })).toBeHidden();
    await visitor.page.goto("/stories");
    await visitor.page.getByRole("link", { name: title }).click();
    await expect(visitor.page.getByText("示例厂开工的1978年")).toBeVisible();
    await expect(visitor.page.getByText(author.name)).toHaveCount(0);
    const picture = await visitor.context.request.get(`/stories/${id}/images/1`);
    const bytes = await picture.body();
    expect(picture.status()).toBe(200);
    expect(picture.headers()).toMatchObject({
      ...{ "content-type": "image/webp", "x-content-type-options": "nosniff" },
      "cache-control": "public, max-age=31536000, s-maxage=60, immutable",
    });
    expect(picture.headers()["content-security-policy"]).toContain("sandbox");
    expect(bytes.includes("SHILI-OWNER")).toBe(false);
    await visitor.page.goto(`/search?q=${encodeURIComponent(title)}&kind=story`);
    await expect(visitor.page.getByRole("link", { name: title })).toBeVisible();
  });

  await test.step("the committee takes it down, and it is gone for readers", async () => {
    const above = await open(browser, committee, page);
    await above.page.goto(`/committee/stories/${id}`);
    await above.page.waitForLoadState("networkidle");
    await above.page.locator("summary", { hasText: "撤下" }).click();
    await above.page.getByLabel("为什么撤下").fill("示例原因");
    await above.page.getByRole("button", { name: "撤下" }).click();
    await expect(above.page.getByText("工委已撤下：示例原因")).toBeVisible();
    await visitor.page.goto(`/stories/${id}`);
    await expect(visitor.page.getByText("这一篇已撤下")).toBeVisible();
    expect((await visitor.context.request.get(`/stories/${id}/images/1`)).status()).toBe(404);
    await page.goto(`/me/stories/${id}`);
    await expect(page.getByText("工委撤下了这一篇，读者看不到。")).toBeVisible();
    await above.context.close();
  });
  await visitor.context.close();
  await desk.context.close();
});

test("what is for the organisation is read there, and does not exist elsewhere", async ({ page, browser }) => {
  const title = `示例厂里自己看${place.marker}`;
  const id = await tellStory(author.memberId, { ...STORY, title, visibility: "organisation" });
  const inside = await open(browser, colleague, page);
  await inside.page.goto("/stories");
  await inside.page.getByRole("link", { name: title }).first().click();
  await expect(inside.page.getByText("只给本单位的人看，别的单位打不开这一页。")).toBeVisible();
  for (const who of [null, stranger]) {
    const outside = await open(browser, who, page);
    const reply = await outside.context.request.get(`/stories/${id}`);
    expect([reply.status(), (await reply.text()).includes(title)]).toEqual([404, false]);
    await outside.page.goto("/stories");
    await expect(outside.page.getByText(title)).toHaveCount(0);
    await outside.context.close();
  }
  const taken = await takeDown({
    ...{ targetKind: "story", targetId: itemOf(id), reason: "示例原因" },
    ...{ actorId: committee.memberId, now: new Date() },
  });
  expect(taken.ok).toBe(true);
  await inside.page.goto("/stories");
  await expect(inside.page.getByText(title)).toHaveCount(0);
  await inside.context.close();
});

test("the draft is kept by a plain form before any script has come", async ({ browser, page }) => {
  const context = await browser.newContext({ viewport: page.viewportSize(), javaScriptEnabled: false });
  await signInTo(context, author);
  const plain = await context.newPage();
  await plain.goto("/me/stories/new");
  await plain.getByLabel("标题").fill(`示例没有脚本${place.marker}`);
  await plain.getByLabel("正文").fill(TEXT);
  await plain.getByRole("button", { name: "保存草稿" }).click();
  await expect(plain).toHaveURL(/\/me\/stories\/[0-9a-f-]{36}$/);
  await expect(plain.getByLabel("正文")).toHaveValue(TEXT);
  await context.close();
});

test("the study officer of another branch finds nothing under the number of a story", async ({ browser, page }) => {
  const id = await submitStory(author.memberId, { title: `示例别的支部看不到${place.marker}` });
  const elsewhere = await makePlace();
  const officer = await makePerson(elsewhere, [
    { role: "branch-secretary", scopeKind: "branch", scopeId: elsewhere.branchId },
  ]);
  const other = await open(browser, officer, page);
  const reply = await other.context.request.get(`/branch/stories/${id}`);
  expect(reply.status()).toBe(404);
  await other.context.close();
});
