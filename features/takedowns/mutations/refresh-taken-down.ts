import { randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { singleton } from "@/lib/singleton";
import { findNewestChange } from "../queries";

/** Known to this process alone: only it may ask itself to render pages anew. */
export function internalSecret(): string {
  return singleton("internal-secret", () => randomBytes(32).toString("base64url"));
}

type Seen = { change: string };
const seen = (): Seen => singleton("takedowns.seen", () => ({ change: "" }));

const TIMEOUT_MS = 5_000;
const EVERY_INTERFACE = new Set(["0.0.0.0", "::"]);

/** Next lets pages be marked stale from a request only, so the process sends one to itself. */
function ownAddress(): string {
  const { HOST, PORT } = env();
  const host = EVERY_INTERFACE.has(HOST) ? "127.0.0.1" : HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}/api/internal/revalidate`;
}

/**
 * Called every ten seconds in each server process: when something was taken down or brought back since the last look, by
 * this process, another one or a command, the static pages are rendered anew. The first look counts every takedown there
 * ever was, because pages come from the build or from an earlier run. True when pages were marked. A failure is logged and
 * tried again at the next look.
 */
export async function refreshTakenDown(): Promise<boolean> {
  try {
    const change = await findNewestChange();
    if (change === seen().change) return false;
    const reply = await fetch(ownAddress(), {
      method: "POST",
      headers: { "x-zj-internal": internalSecret() },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!reply.ok) throw new Error(`revalidation answered ${reply.status}`);
    seen().change = change;
    return true;
  } catch (error) {
    logger().warn({ err: error }, "pages could not be rendered anew after a takedown; trying again");
    return false;
  }
}
