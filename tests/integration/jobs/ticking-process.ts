import { setTimeout as sleep } from "node:timers/promises";
import { beginRun, endRun, takeLease } from "@/features/jobs/mutations";
import { listWaiting } from "@/features/jobs/queries";
import { closeDb, db } from "@/lib/db";
import { tickOnce, type Job } from "@/lib/job-runner";

/**
 * A process of its own that ticks as fast as it can: `ticking-process.ts <holder> <periods>`. Its job leaves one audit
 * entry a run, so that the test can count what both processes did.
 */
const [holder = "", periods = "0"] = process.argv.slice(2);

const leaves = (period: string): Job => ({
  name: "leaves-a-mark",
  periodOf: () => period,
  run: async (now) => {
    await db().securityEvent.create({ data: { kind: "job-ran", loginKey: period, address: holder, at: now } });
    await sleep(5);
    return holder;
  },
});

// Everybody holds a lease of their own here: the claim of the period alone has to keep the runs apart.
const store = {
  takeLease: (input: Parameters<typeof takeLease>[0]) => takeLease({ ...input, name: holder }),
  beginRun,
  endRun,
  listWaiting,
};

process.stdout.write("ready\n");
await new Promise((go) => process.stdin.once("data", go));
process.stdin.destroy();
for (let index = 0; index < Number(periods); index += 1) {
  await tickOnce({ jobs: [leaves(`period-${index}`)], store, holder, now: () => new Date() });
}
await closeDb();
