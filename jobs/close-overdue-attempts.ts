import { closeOverdueAttempts } from "@/features/attempts/mutations/close-overdue-attempts";
import { plannedJob } from "./planned-job";

/** Attempts left open past their deadline are closed with what was saved. */
export const closeOverdueAttemptsJob = plannedJob("close-overdue-attempts", async (now) => {
  const { closed, failed } = await closeOverdueAttempts({ now });
  if (failed > 0) throw new Error(`${failed}份作答没有收回，收回了${closed}份。原因在服务器日志里。`);
  return `收回${closed}份`;
});
