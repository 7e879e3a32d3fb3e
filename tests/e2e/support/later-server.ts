import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { openSession } from "@/features/sessions/mutations/open-session";
import { keys } from "@/lib/keys";
import { freePort } from "../../../scripts/lib/free-port";
import { root, runScript } from "../../../scripts/lib/run.mjs";
import { mustSucceed } from "../../../scripts/lib/steps.mjs";
import { startServer } from "./server-process";
import { become } from "./two-servers";
import type { Person } from "./world";

const SESSION_SECONDS = 200 * 86_400;

/** A server of the product on an empty zone of its own, whose clock stands at `now`; this test works on its database. */
export type LaterServer = {
  base: string;
  signIn: (context: BrowserContext, person: Person) => Promise<void>;
  stop: () => Promise<void>;
};

export async function startLaterServer(now: Date): Promise<LaterServer> {
  const folder = mkdtempSync(join(tmpdir(), "later-server-"));
  const port = String(await freePort());
  const back = await become({ DATA_DIR: folder, PUBLIC_URL: `http://127.0.0.1:${port}` });
  for (const [file, ...args] of [["migrate.ts"], ["content.ts", "load"]] as const)
    mustSucceed(await runScript(file, [...args]), `${file} failed`);
  const server = await startServer({
    ...{ PORT: port, SHIFT_MS: String(now.getTime() - Date.now()) },
    NODE_OPTIONS: `--import file://${join(root, "tests/e2e/support/shifted-clock.mjs")}`,
  });
  return {
    base: server.base,
    signIn: async (context, { memberId }) => {
      const sid = await openSession(memberId, now);
      const value = await encode({ token: { sub: memberId, sid }, secret: keys().session, maxAge: SESSION_SECONDS });
      await context.addCookies([{ name: "next-auth.session-token", value, url: server.base }]);
    },
    stop: async () => {
      await server.stop();
      await back();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
