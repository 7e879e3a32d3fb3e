import { db, rawSqlite } from "@/lib/db";
import { answerParent } from "@/lib/writer-count";

/** A server's process as the test sees it: uses the database in several ways, then waits to be asked. */
answerParent();
await Promise.all([db().member.count(), db().jobLease.count(), rawSqlite()]);
const stay = setInterval(() => undefined, 1000);
process.on("message", (message) => {
  if (message === "end") {
    clearInterval(stay);
    process.exit(0);
  }
});
process.send?.("ready");
