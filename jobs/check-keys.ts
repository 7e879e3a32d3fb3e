import { bindKeys } from "@/features/installation/mutations";
import { foreignKeysText } from "@/features/installation/view";
import { ownKeyIds } from "@/lib/keys";
import { logger } from "@/lib/logger";

const AGAIN_MS = 5_000;

/**
 * Ends a process whose keys are not those of its database: it would find no login, and the other processes could not read
 * what it wrote. While the database does not answer, the question is asked again, and nothing is served from it anyway.
 */
export async function checkKeys(): Promise<void> {
  try {
    const names = await bindKeys(ownKeyIds());
    if (names.length === 0) return;
    process.stderr.write(`${foreignKeysText(names)}\n`);
    process.exit(1);
  } catch (error) {
    logger().warn({ err: error }, "the keys could not be compared with the database's; trying again");
    setTimeout(() => void checkKeys(), AGAIN_MS).unref();
  }
}
