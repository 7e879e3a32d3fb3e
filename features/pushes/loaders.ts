import "server-only";
import { ROBOT_KINDS, ROBOT_LABELS } from "@/domain/pushes/channels";
import { PUSH_HOURS } from "@/domain/pushes/hour";
import { gateBranch } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { findPushHour, type PushHour } from "./queries";

export type PushPage = {
  who: string;
  place: string;
  branchId: string;
  hour: PushHour;
  hours: readonly string[];
  robotKinds: { value: string; label: string }[];
};

/** 天天谈推送 of the branch. */
export async function loadPushPage(): Promise<PushPage> {
  const { session, scope, grant } = await gateBranch("/branch/push");
  const [frame, hour] = await Promise.all([findFrame(session.memberId, grant), findPushHour(scope)]);
  const robotKinds = ROBOT_KINDS.map((kind) => ({ value: kind, label: ROBOT_LABELS[kind] }));
  return { ...frame, branchId: scope.branchId, hour, hours: PUSH_HOURS, robotKinds };
}
