import { send } from "./support/client";
import { startZone } from "./support/server";
import { summarise, type Summary } from "./support/stats";

/** What a page of results may take at the 95th percentile, in milliseconds. */
const LIMIT = 50;
const TIMES = 60;
/** A name, the commonest word, dates and ranges of them, first letters, two words, and a sentence that only comes near. */
const ASKED = [
  ...["遵义", "中国", "1935年1月", "10月1日", "1978年12月18日至22日", "1935年1月15日至17日"],
  ...["czyzyhy", "长征 会师", "连云港", "解放军占领香山布告的那一天"],
];

/** How long one query takes, the first of all left out: it warms the page up. */
async function timesOf(base: string, q: string): Promise<number[]> {
  const path = `/search?${new URLSearchParams({ q }).toString()}`;
  const times: number[] = [];
  for (let time = 0; time <= TIMES; time += 1) {
    const began = performance.now();
    const { status } = await send(base, "GET", path, { headers: { accept: "text/html" } });
    if (status !== 200) throw new Error(`${path} ${status}`);
    times.push(performance.now() - began);
  }
  return times.slice(1);
}

/** 搜索 over the whole library: each query sixty times one after another, from the request to the last byte of the page. */
export async function benchSearch(): Promise<unknown> {
  const zone = await startZone({ members: 40, organisations: 4 });
  try {
    const rows: Record<string, Summary> = {};
    for (const q of ASKED) {
      rows[q] = summarise(await timesOf(zone.base, q));
    }
    console.table(rows);
    const slow = ASKED.filter((q) => (rows[q]?.p95 ?? 0) > LIMIT);
    console.log(
      slow.length === 0 ? `每一次搜索的p95都在${LIMIT}毫秒以内。` : `p95超过${LIMIT}毫秒：${slow.join("、")}`,
    );
    return { limit: LIMIT, rows, slow };
  } finally {
    await zone.stop();
  }
}
