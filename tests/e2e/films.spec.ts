import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page, type Response } from "@playwright/test";
import { expectGoneWhileDown } from "./support/takedowns";
import { expectUsable } from "./support/usable";
import "./support/world";

const FILM = "/films/zunyi";
const SAID = "突击队又迎着火力爬过铁索";
const LESSON = "/lessons/new-democratic-revolution/04-zunyi";

const video = (page: Page) => page.locator("video");
const isFilm = (reply: Response) => /\/films\/zunyi\/film\.(mp4|webm)$/.test(reply.url());
const at = (page: Page) => video(page).evaluate((node: HTMLVideoElement) => node.currentTime);

test.describe("with script switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("I come from 学习 to a film, see what it costs before I play it, and read every word of it", async ({
    page,
  }) => {
    await page.goto("/lessons");
    await page.getByRole("link", { name: "红色影片" }).click();
    await expect(page).toHaveURL(/\/films$/);
    await expect(page.getByRole("link", { name: /从于都到会师/ })).toContainText("1分19秒，0.7MB，无声，有字幕");
    await page.getByRole("link", { name: /从于都到会师/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "从于都到会师" })).toBeVisible();
    await expect(page.locator("figcaption")).toContainText("1分19秒，0.7MB，无声，有字幕");
    await expect(page.getByRole("heading", { name: "看点" })).toBeVisible();
    const script = page.locator(".transcript");
    await expect(script).toContainText(SAID);
    await expect(script).toContainText("1935年1月15日，遵义会议开幕");
    await expect(page.getByRole("heading", { name: "出处" })).toBeVisible();
    await page.getByRole("link", { name: "报告错误" }).click();
    await expect(page).toHaveURL(/\/report\?on=films\/zunyi$/);
    await expect(page.getByText("从于都到会师")).toBeVisible();
  });
});

test("a film starts when I press play and not before, runs, shows its captions, and is fetched in parts", async ({
  page,
}) => {
  const parts: Response[] = [];
  page.on("response", (reply) => {
    if (isFilm(reply)) parts.push(reply);
  });
  await page.goto(FILM);
  await expect.poll(() => video(page).evaluate((node: HTMLVideoElement) => node.readyState)).toBeGreaterThan(0);
  expect(
    await video(page).evaluate((node: HTMLVideoElement) => [node.paused, node.autoplay, node.currentTime]),
  ).toEqual([true, false, 0]);
  const track = () => video(page).evaluate((node: HTMLVideoElement) => node.textTracks[0]?.mode);
  await expect.poll(track).toBe("showing");
  await video(page).evaluate((node: HTMLVideoElement) => node.play());
  await expect.poll(() => at(page)).toBeGreaterThan(0.5);
  // To a place that has not been loaded.
  await video(page).evaluate((node: HTMLVideoElement) => Object.assign(node, { currentTime: 36 }));
  await expect.poll(() => at(page)).toBeGreaterThan(36.5);
  const cue = () =>
    video(page).evaluate((node: HTMLVideoElement) => {
      const [first] = node.textTracks[0]?.activeCues ?? [];
      return first instanceof VTTCue ? first.text : "";
    });
  await expect.poll(cue).toContain(SAID);
  expect(await video(page).evaluate((node: HTMLVideoElement) => node.error)).toBeNull();
  expect(parts.length).toBeGreaterThan(0);
  for (const reply of parts) {
    expect(reply.request().headers()["range"]).toMatch(/^bytes=\d+-/);
    expect([reply.status(), reply.headers()["accept-ranges"]]).toEqual([206, "bytes"]);
    expect(reply.headers()["content-range"]).toMatch(/^bytes \d+-\d+\/\d+$/);
  }
});

test("a player is told how long what it gets is, and nothing but a film's own files is to be had", async ({
  request,
}) => {
  const whole = await request.head(`${FILM}/film.mp4`);
  const size = Number(whole.headers()["content-length"]);
  expect([whole.status(), size > 100_000]).toEqual([200, true]);
  const part = await request.get(`${FILM}/film.mp4`, { headers: { range: "bytes=-100" } });
  expect([part.status(), part.headers()["content-length"], part.headers()["content-range"]]).toEqual([
    206,
    "100",
    `bytes ${size - 100}-${size - 1}/${size}`,
  ]);
  expect((await part.body()).length).toBe(100);
  const beyond = await request.get(`${FILM}/film.mp4`, { headers: { range: `bytes=${size}-` } });
  expect([beyond.status(), beyond.headers()["content-range"]]).toEqual([416, `bytes */${size}`]);
  // Captions are compressed on their way: a length of before would cut them off.
  expect(await (await request.get(`${FILM}/captions.vtt`)).text()).toContain("队伍小了，路却看清了。");
  for (const path of ["/films/none", "/films/none/film.mp4", `${FILM}/zunyi.md`, `${FILM}/..%2f..%2f..%2fpackage.json`])
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
});

test("a lesson leads to its film, and the film to the questions of the lesson", async ({ page }) => {
  await page.goto(LESSON);
  await page.getByRole("link", { name: /从于都到会师/ }).click();
  await expect(page).toHaveURL(new RegExp(`${FILM}$`));
  await page.getByRole("link", { name: /答4道回想题/ }).click();
  await expect(page).toHaveURL(new RegExp(`${LESSON}#recall$`));
  await expect(page.getByRole("heading", { name: "回想一下" })).toBeInViewport();
});

test("a film is found by a word that is only said in it", async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent("爬过铁索")}`);
  await page.getByRole("link", { name: "影片 1" }).click();
  await page.getByRole("link", { name: /从于都到会师/ }).click();
  await expect(page).toHaveURL(new RegExp(`${FILM}$`));
});

test("what our unit puts into its folder is there at once, and gone with its page", async ({ page }, { project }) => {
  const folder = path.join(process.env["E2E_DATA_DIR"] ?? "", "films");
  const own = (ending: string) => path.join(folder, `workshop-${project.name}.${ending}`);
  mkdirSync(folder, { recursive: true });
  copyFileSync("content/films/zunyi.mp4", own("mp4"));
  const title = `示例车间的灯${project.name}`;
  const front = `title: ${title}\nsummary: 示例一厂的车间里亮了一夜的灯。\npublisher: 示例一厂支部`;
  writeFileSync(own("md"), `---\n${front}\n---\n\n车间里的人自己拍的。\n`);
  await page.goto("/films");
  await expect(page.getByRole("heading", { name: "本单位的影片" })).toBeVisible();
  await page.getByRole("link", { name: new RegExp(title) }).click();
  await expect(page.getByText("示例一厂支部，由本单位添加，内容由本单位负责。")).toBeVisible();
  await expect(page.getByText("车间里的人自己拍的。")).toBeVisible();
  await video(page).evaluate((node: HTMLVideoElement) => Object.assign(node, { muted: true }).play());
  await expect.poll(() => at(page)).toBeGreaterThan(0.3);
  for (const ending of ["md", "mp4"]) rmSync(own(ending));
  expect((await page.goto(page.url()))?.status()).toBe(404);
});

test("no film scrolls sideways on the narrowest phone, in any size, and each is for everybody", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/films", FILM]) {
    await page.goto(path);
    await expectUsable(page);
  }
});

test("a film that is taken down is gone from list, page, file and lesson within a minute", async ({ request }) => {
  const lesson = "/lessons/reform-and-opening/01-third-plenum";
  const remains = async () => {
    const texts = ["/films", "/films/third-plenum", lesson].map(async (path) => (await request.get(path)).text());
    const [list = "", page = "", taught = ""] = await Promise.all(texts);
    const file = await request.get("/films/third-plenum/film.mp4", { headers: { range: "bytes=0-9" } });
    return [
      list.includes('/films/third-plenum"'),
      page.includes("按手印的农民有18位"),
      taught.includes('/films/third-plenum"'),
      file.status(),
    ];
  };
  const target = { targetKind: "film", targetId: "films/third-plenum" } as const;
  await expectGoneWhileDown(target, remains, { standing: [true, true, true, 206], gone: [false, false, false, 404] });
});
