import { db, engine } from "@/lib/db";
import { APPLIED_MIGRATIONS } from "@/lib/db/migration-state";
import { selectRows } from "@/lib/db/prepared";
import { migrationNames } from "@/lib/db/schema-files";
import { jobRunnerFault } from "@/lib/job-runner";
import { logger } from "@/lib/logger";
import { remembered } from "@/lib/remembered";

/** A probe that is not answered by then counts as a failure: whoever asks wants to know now. */
const PATIENCE_MS = 3_000;

export type Readiness = { database: string | null; migrations: string | null; jobs: string | null };

/** Why this process cannot serve, part by part; null where nothing is wrong. Never throws. */
export async function getReadiness(now: Date): Promise<Readiness> {
  const [database, migrations] = await Promise.all([
    faultOf("数据库没有回应。", async () => {
      await db().$queryRawUnsafe("SELECT 1");
      return null;
    }),
    faultOf("读不到数据库结构的版本。", async () => {
      const pending = await remembered("pending-migrations", listPendingMigrations);
      return pending.length > 0 ? `数据库结构还差${pending.length}次更新，请运行npm run migrate。` : null;
    }),
  ]);
  return { database, migrations, jobs: jobRunnerFault(now) };
}

/** Read over the connection that is open: this process opens no other. */
async function listPendingMigrations(): Promise<string[]> {
  const applied = new Set((await selectRows<{ name: string }>(APPLIED_MIGRATIONS)).map(({ name }) => name));
  return migrationNames(engine()).filter((name) => !applied.has(name));
}

async function faultOf(otherwise: string, probe: () => Promise<string | null>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((done) => {
    timer = setTimeout(() => done(otherwise), PATIENCE_MS);
  });
  try {
    return await Promise.race([probe(), late]);
  } catch (error) {
    logger().warn({ err: error }, "readiness probe failed");
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
