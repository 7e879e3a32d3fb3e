/** Runs once when a server process starts, never during the build (Next sets NEXT_PHASE in it). */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs" || process.env["NEXT_PHASE"] === "phase-production-build") return;
  const [{ startJobs }, { checkKeys }, { answerParent }] = await Promise.all([
    import("./jobs/schedule"),
    import("./jobs/check-keys"),
    import("./lib/writer-count"),
  ]);
  answerParent();
  await checkKeys();
  startJobs();
}
