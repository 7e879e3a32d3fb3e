import { randomBytes } from "node:crypto";
import { maySettle } from "@/domain/ranking/objections";
import { quarterLabel } from "@/features/points/view";
import { closeSeason } from "@/features/seasons/mutations/close-season";
import { countOpenObjections, listUnsettledQuarters } from "@/features/seasons/queries";
import { plannedJob } from "./planned-job";

/** Quarters that stood for objection are settled, one that was missed as well; what still waits is said. */
export const closeSeasonJob = plannedJob("close-season", async (now) => {
  const told: string[] = [];
  for (const quarter of await listUnsettledQuarters(now))
    told.push(`${quarterLabel(quarter)}${await settle(quarter, now)}`);
  return told.length === 0 ? "没有要结算的季度" : told.join("；");
});

async function settle(quarter: string, now: Date): Promise<string> {
  const openObjections = await countOpenObjections(quarter);
  const settling = maySettle({ quarter, openObjections, now });
  if (!settling.may) return settling.why === "waits" ? `有${openObjections}条异议没有答复，先不结算` : "还在公示";
  const season = await closeSeason({ quarter, salt: randomBytes(32).toString("hex"), now });
  return `${season.isFirst ? "已结算" : "之前已经结算过"}，${season.people}人参加`;
}
