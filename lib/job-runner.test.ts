import { describe, expect, it, vi } from "vitest";
import { tickOnce, type Job, type JobStore } from "./job-runner";
import { dropSingleton, singleton } from "./singleton";

const AT = new Date("2026-11-20T02:00:00Z");

/** A store in memory: the real one is tested on both engines in tests/integration/jobs. */
function memoryStore(): JobStore & {
  ended: string[];
  lost: boolean;
  asked: { job: string; period: string; at: Date }[];
} {
  const claimed = new Set<string>();
  const store = {
    ended: [] as string[],
    lost: false,
    asked: [] as { job: string; period: string; at: Date }[],
    takeLease: () => Promise.resolve(!store.lost),
    beginRun: ({ job, period }: { job: string; period: string }) => {
      const key = `${job}/${period}`;
      if (claimed.has(key)) return Promise.resolve(false);
      claimed.add(key);
      return Promise.resolve(true);
    },
    listWaiting: () => Promise.resolve(store.asked),
    endRun: ({ job, state, note }: { job: string; state: string; note: string }) => {
      store.ended.push(`${job} ${state}: ${note}`);
      return Promise.resolve();
    },
  };
  return store;
}

function job(name: string, run: Job["run"], period: string | null = "2026-11-20"): Job {
  return { name, periodOf: () => period, run };
}

const tick = (jobs: Job[], store: JobStore) => tickOnce({ jobs, store, holder: "me", now: () => AT });

describe("one tick", () => {
  it("runs what is due, once a period", async () => {
    const store = memoryStore();
    const run = vi.fn(() => Promise.resolve("fine"));
    expect(await tick([job("a", run)], store)).toEqual(["a"]);
    expect(await tick([job("a", run)], store)).toEqual([]);
    expect(run).toHaveBeenCalledTimes(1);
    expect(store.ended).toEqual(["a done: fine"]);
  });
  it("runs what somebody wants tried again, as of the instant it was due", async () => {
    const store = memoryStore();
    const due = new Date("2026-11-18T19:30:00Z");
    store.asked.push({ job: "a", period: "2026-11-19", at: due }, { job: "gone", period: "2026-11-19", at: due });
    const run = vi.fn(() => Promise.resolve("late"));
    expect(await tick([job("a", run, null)], store)).toEqual(["a"]);
    expect(run).toHaveBeenCalledExactlyOnceWith(due);
    expect(store.ended).toEqual(["a done: late"]);
  });
  it("leaves alone what is not due yet", async () => {
    const run = vi.fn(() => Promise.resolve(""));
    expect(await tick([job("a", run, null)], memoryStore())).toEqual([]);
    expect(run).not.toHaveBeenCalled();
  });
  it("does nothing without the lease, and stops when the lease is lost on the way", async () => {
    const store = memoryStore();
    const losing = job("losing", () => {
      store.lost = true;
      return Promise.resolve("");
    });
    const after = vi.fn(() => Promise.resolve(""));
    expect(await tick([losing, job("after", after)], store)).toEqual(["losing"]);
    expect(await tick([job("after", after)], store)).toEqual([]);
    expect(after).not.toHaveBeenCalled();
  });
  it("records a failure with its reason and goes on with the next job", async () => {
    singleton("logger", () => ({ error: () => undefined }));
    const store = memoryStore();
    const broken = job("broken", () => Promise.reject(new RangeError("no such day")));
    expect(await tick([broken, job("next", () => Promise.resolve("ok"))], store)).toEqual(["broken", "next"]);
    expect(store.ended).toEqual(["broken failed: no such day", "next done: ok"]);
    dropSingleton("logger");
  });
});
