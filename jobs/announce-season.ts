import { quarterLabel } from "@/features/points/view";
import { tellJoined } from "@/features/seasons/mutations/tell-joined";
import { listLatelyClosed } from "@/features/seasons/queries";
import { plannedJob } from "./planned-job";

/** Those who joined are told of a quarter that was settled, by day: the settling itself is done at night. */
export const announceSeasonJob = plannedJob("announce-season", async (now) => {
  const told: string[] = [];
  for (const quarter of await listLatelyClosed(now)) {
    told.push(`${quarterLabel(quarter)}${await tellJoined({ quarter, of: "result", now })}人`);
  }
  return told.length === 0 ? "没有新结算的季度" : `告诉了${told.join("，")}`;
});
