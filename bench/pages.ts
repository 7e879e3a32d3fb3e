import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { browserOfTests, launchOptions } from "@/tests/e2e/support/browser";
import { signIn } from "./support/client";
import { startZone, type Zone } from "./support/server";
import { round } from "./support/stats";

/** A mid-range phone on a poor network: 1.6 Mbit/s, 150 ms, a processor four times slower than this one. */
const NETWORK = {
  offline: false,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
  latency: 150,
};
const CPU_SLOWDOWN = 4;
const RUNS = 5;

type Measure = {
  page: string;
  kilobytes: number;
  scriptKilobytes: number;
  lcpSeconds: number;
  answerableSeconds: number | null;
};

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The network is idle when nothing was sent or received for so long. */
const QUIET_MS = 1_500;
const PATIENCE_MS = 30_000;

type Watched = { page: Page; sizes: () => { all: number; script: number }; untilIdle: () => Promise<void> };

async function throttled(context: BrowserContext): Promise<Watched> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", NETWORK);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  const types = new Map<string, string>();
  let all = 0;
  let script = 0;
  let last = performance.now();
  cdp.on("Network.requestWillBeSent", () => (last = performance.now()));
  cdp.on("Network.dataReceived", () => (last = performance.now()));
  cdp.on("Network.responseReceived", (event) => types.set(event.requestId, event.type));
  cdp.on("Network.loadingFinished", (event) => {
    all += event.encodedDataLength;
    if (types.get(event.requestId) === "Script") script += event.encodedDataLength;
  });
  const untilIdle = async (): Promise<void> => {
    const began = performance.now();
    while (performance.now() - last < QUIET_MS && performance.now() - began < PATIENCE_MS) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  return { page, sizes: () => ({ all, script }), untilIdle };
}

/** Largest contentful paint, as the browser reports it. Passed as text: it runs in the page. */
const LCP = `new Promise((resolve) => {
  new PerformanceObserver((list) => { const all = list.getEntries(); resolve(all[all.length - 1].startTime); })
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => resolve(0), 3000);
})`;

async function measureOnce(
  browser: Browser,
  zone: Zone,
  path: string,
  cookie: string | null,
): Promise<Omit<Measure, "page">> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  if (cookie) {
    const [name = "", value = ""] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: zone.base }]);
  }
  const { page, sizes, untilIdle } = await throttled(context);
  const open = page.goto(zone.base + path, { waitUntil: "commit" });
  let answerable: number | null = null;
  if (cookie) {
    await open;
    // The screen marks the moment from which an answer is kept.
    await page.waitForFunction(() => performance.getEntriesByName("answerable").length > 0);
    answerable = (await page.evaluate(() => performance.getEntriesByName("answerable")[0]?.startTime ?? 0)) / 1000;
  }
  await open;
  await page.waitForLoadState("load");
  await untilIdle();
  const { all, script } = sizes();
  const lcp = Number(await page.evaluate(LCP));
  await context.close();
  return {
    kilobytes: all / 1024,
    scriptKilobytes: script / 1024,
    lcpSeconds: lcp / 1000,
    answerableSeconds: answerable,
  };
}

async function measure(
  browser: Browser,
  zone: Zone,
  name: string,
  path: string,
  cookie: string | null,
): Promise<Measure> {
  const runs: Omit<Measure, "page">[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce(browser, zone, path, cookie));
  const answerable = runs.map((run) => run.answerableSeconds).filter((value) => value !== null);
  return {
    page: name,
    kilobytes: round(median(runs.map((run) => run.kilobytes))),
    scriptKilobytes: round(median(runs.map((run) => run.scriptKilobytes))),
    lcpSeconds: round(median(runs.map((run) => run.lcpSeconds)), 2),
    answerableSeconds: answerable.length > 0 ? round(median(answerable), 2) : null,
  };
}

async function startAttempt(zone: Zone, cookie: string): Promise<string> {
  const reply = await fetch(`${zone.base}/api/v1/attempts`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ quizId: zone.quizId }),
  });
  return ((await reply.json()) as { attemptId: string }).attemptId;
}

/** Cold phones: bytes and compressed script until the network is idle, largest paint, first question answerable. */
export async function benchPages(): Promise<unknown> {
  const zone = await startZone({ members: 20, organisations: 5 });
  const browser = await chromium.launch(launchOptions(browserOfTests()));
  try {
    const cookie = await signIn(zone.base, zone.accounts[0] ?? "", zone.password);
    const attemptId = await startAttempt(zone, cookie);
    const pages = [
      await measure(browser, zone, "今日", "/", null),
      await measure(browser, zone, "天天谈", "/daily/11-22", null),
      await measure(browser, zone, "课程", "/lessons/new-democratic-revolution/04-zunyi", null),
      await measure(browser, zone, "答题", `/attempts/${attemptId}`, cookie),
    ];
    console.table(pages);
    return { network: NETWORK, cpuSlowdown: CPU_SLOWDOWN, runs: RUNS, pages };
  } finally {
    await browser.close();
    await zone.stop();
  }
}
