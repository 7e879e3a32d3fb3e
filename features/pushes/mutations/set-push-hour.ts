import { USUAL_HOUR } from "@/domain/pushes/hour";
import { audit } from "@/features/audit/mutations";
import { inTransaction } from "@/lib/db";
import type { PushHour } from "../queries";

/** When the branch gets 党史天天谈 from now on, or that it does not. What stands already is not written again. */
export function setPushHour(input: PushHour & { branchId: string; actorId: string; now: Date }): Promise<void> {
  const { branchId, isOn, at, actorId, now } = input;
  return inTransaction(async (tx) => {
    const before = await tx.pushSetting.findUnique({ where: { branchId }, select: { isOn: true, at: true } });
    const stands = before ?? { isOn: true, at: USUAL_HOUR };
    if (stands.isOn === isOn && stands.at === at) return;
    const data = { isOn, at, updatedById: actorId, updatedAt: now };
    await tx.pushSetting.upsert({ where: { branchId }, create: { branchId, ...data }, update: data });
    const detail = { before: { pushAt: wordsOf(stands) }, after: { pushAt: wordsOf({ isOn, at }) } };
    await audit(tx, { actorId, action: "push.set", subjectKind: "branch", subjectId: branchId, detail, now });
  });
}

const wordsOf = ({ isOn, at }: PushHour): string => (isOn ? at : "不推送");
