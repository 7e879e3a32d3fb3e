import { tellReaders } from "@/features/errata/mutations/tell-readers";
import { db } from "@/lib/db";

/** A process of its own that tells readers when it is asked to, and ends. */
await db().member.count();
process.once("message", () => {
  void tellReaders(new Date()).then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.send?.("ready");
