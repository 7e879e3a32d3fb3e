import { expect, test } from "@playwright/test";
import { enqueueMessages } from "@/features/deliveries/mutations/enqueue-messages";
import { db, inTransaction } from "@/lib/db";
import { launchOptions, wholeBrowser } from "./support/browser";
import { notificationsShown, subscribeHere, workerRegistration } from "./support/push-service";
import { makePerson, makePlace, signInTo } from "./support/world";

// The shell without windows shows no notifications.
test.use({ launchOptions: launchOptions(wholeBrowser()) });

const KEY = "00000000-example-4d1b-7fc2";
const WEBHOOK = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`;

test("a study officer chooses the hour, adds the robot of the group, tries it and takes it away", async ({
  browser,
}) => {
  const place = await makePlace();
  const officer = await makePerson(place, [{ role: "study-officer", scopeKind: "branch", scopeId: place.branchId }]);
  const desk = await browser.newPage({ viewport: { width: 1280, height: 800 }, isMobile: false });
  await signInTo(desk.context(), officer);

  await desk.goto("/branch/push");
  await desk.getByLabel("每天什么时候推送").selectOption("18:30");
  await desk.getByRole("button", { name: "保存" }).click();
  await expect(desk.getByText("好的，每天18:30推送。")).toBeVisible();
  await desk.reload();
  await expect(desk.getByText("每天18:30", { exact: true })).toBeVisible();

  await desk.getByLabel("哪种群").selectOption("wecom");
  await desk.getByLabel("群的名字").fill("示例学习群");
  await desk.getByLabel("机器人的Webhook地址").fill("https://example.org/cgi-bin/webhook/send?key=12345678");
  await desk.getByRole("button", { name: "加群机器人" }).click();
  await expect(desk.getByText("这不是企业微信群机器人的地址。")).toBeVisible();
  await expect(desk.getByLabel("群的名字")).toHaveValue("示例学习群");
  await desk.getByLabel("机器人的Webhook地址").fill(WEBHOOK);
  await desk.getByRole("button", { name: "加群机器人" }).click();
  const row = desk.getByRole("row").filter({ hasText: "尾号7fc2" });
  await expect(row).toContainText("在用");
  expect(await desk.content()).not.toContain(KEY);

  // There is no network to the other side: the answer says so, and the try stands in the log.
  await row.getByRole("button", { name: "发一条试试，示例学习群" }).click();
  await expect(row.getByText("没有送到：连不上对方")).toBeVisible({ timeout: 20_000 });
  await expect(desk.getByRole("row").filter({ hasText: "指尖课堂试发" })).toContainText("没送到");

  await row.getByRole("button", { name: "撤掉示例学习群" }).click();
  await expect(desk.getByText("还没有群机器人")).toBeVisible();
  await desk.close();
});

test("a member finds a message under 我的, reads it, and stops what comes into the inbox", async ({
  page,
  context,
}) => {
  const place = await makePlace();
  const { memberId, ...member } = await makePerson(place);
  await signInTo(context, { memberId, ...member });
  const message = {
    kind: "reminder",
    key: "e2e:1",
    title: "示例提醒",
    body: "请看看这一课",
    href: "/lessons",
  } as const;
  const write = (key: string) =>
    inTransaction((tx) => enqueueMessages(tx, { ...message, key, memberIds: [memberId], now: new Date() }));
  await write("e2e:1");

  await page.goto("/me");
  await page
    .getByRole("link", { name: /^消息1/ })
    .first()
    .click();
  await expect(page.getByText("请看看这一课")).toBeVisible();
  await page.getByRole("link", { name: "打开：示例提醒" }).click();
  await expect(page).toHaveURL(/\/lessons$/);
  await page.goto("/me/notices");
  await expect(page).toHaveURL(/\/inbox$/);
  await page.goto("/me");
  await expect(page.getByRole("link", { name: /^消息1/ })).toHaveCount(0);

  await page.goto("/me/channels");
  await page.getByRole("button", { name: "停收消息里的天天谈和提醒" }).click();
  await expect(page.getByRole("button", { name: "恢复消息里的天天谈和提醒" })).toBeVisible();
  await write("e2e:2");
  await page.goto("/inbox");
  await expect(page.getByText("请看看这一课")).toHaveCount(1);
});

test("a member makes a private address, which opens without signing in until it is renewed or revoked", async ({
  page,
  context,
  request,
}) => {
  const member = await makePerson(await makePlace());
  await signInTo(context, member);
  await page.goto("/me/channels");
  await page.getByRole("button", { name: "要一个地址" }).click();
  const address = page.getByText(/\/feeds\/[\w-]{43}\/calendar\.ics$/);
  await expect(address).toBeVisible();
  const first = (await address.textContent()) ?? "";
  const reply = await request.get(first);
  expect([reply.status(), reply.headers()["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  expect(await reply.text()).not.toContain(member.name);

  await page.getByRole("button", { name: "换一个地址" }).click();
  await expect(address).not.toHaveText(first);
  const second = (await address.textContent()) ?? "";
  expect((await request.get(first)).status()).toBe(404);
  expect((await request.get(second)).status()).toBe(200);
  await page.getByRole("button", { name: "作废" }).click();
  await expect(page.getByRole("button", { name: "要一个地址" })).toBeVisible();
  expect((await request.get(second)).status()).toBe(404);
});

test("a member turns notifications of this browser on, gets one, and turns them off", async ({
  page,
  context,
  baseURL,
}) => {
  const origin = baseURL ?? "";
  const { memberId, ...member } = await makePerson(await makePlace());
  await signInTo(context, { memberId, ...member });
  await context.grantPermissions(["notifications"], { origin });
  await subscribeHere(page, `https://push.example/${memberId}`);
  const session = await context.newCDPSession(page);
  const registrationId = workerRegistration(session);
  const kept = () => db().pushBrowser.count({ where: { memberId } });

  await page.goto("/me/channels");
  await page.getByRole("button", { name: "在这台设备上打开" }).click();
  await expect(page.getByText("这台设备在收")).toBeVisible();
  expect(await kept()).toBe(1);
  await page.reload();
  await expect(page.getByText("这台设备在收")).toBeVisible();

  const shownAtLast = await notificationsShown(context);
  const letter = { title: "示例提醒", body: "请看看这一课", url: `${origin}/lessons` };
  await session.send("ServiceWorker.deliverPushMessage", {
    ...{ origin, registrationId: await registrationId, data: JSON.stringify(letter) },
  });
  await shownAtLast();
  const shown = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration("/attempts/");
    const notifications = (await registration?.getNotifications()) ?? [];
    return notifications.map(({ title, body }) => `${title}：${body}`);
  });
  expect(shown).toEqual(["示例提醒：请看看这一课"]);

  await page.getByRole("button", { name: "关掉这台设备的通知" }).click();
  await expect(page.getByText("这台设备没有开")).toBeVisible();
  expect(await kept()).toBe(0);
});

test("nothing pops up in a browser whose member has signed out", async ({ page, context, baseURL }) => {
  const { memberId, ...member } = await makePerson(await makePlace());
  await signInTo(context, { memberId, ...member });
  await context.grantPermissions(["notifications"], { origin: baseURL ?? "" });
  await subscribeHere(page, `https://push.example/${memberId}-out`);
  await page.goto("/me/channels");
  await page.getByRole("button", { name: "在这台设备上打开" }).click();
  await expect(page.getByText("这台设备在收")).toBeVisible();

  await page.goto("/me");
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page.getByText("已退出登录。")).toBeVisible();
  expect(await db().pushBrowser.count({ where: { memberId } })).toBe(0);
  const subscribed = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration("/attempts/");
    return (await registration?.pushManager.getSubscription()) ?? null;
  });
  expect(subscribed).toBeNull();
});

test("a member whose browser refuses notifications is told where to allow them", async ({ page, context }) => {
  await signInTo(context, await makePerson(await makePlace()));
  await page.goto("/me/channels");
  await page.getByRole("button", { name: "在这台设备上打开" }).click();
  await expect(page.getByText("浏览器没有允许通知。要收的话，在浏览器的网站设置里允许。")).toBeVisible();
});
