import { randomBytes } from "node:crypto";
import { periodAt, JOB_PLANS } from "@/domain/jobs/schedule";
import { quarterLabel } from "@/features/points/view";
import { closeSeason } from "@/features/seasons/mutations/close-season";
import { countSeasonPeople } from "@/features/seasons/queries";
import { plannedJob } from "./planned-job";

/** The quarter that is over is settled; one that nobody joined leaves nothing to settle. */
export const closeSeasonJob = plannedJob("close-season", async (now) => {
  const quarter = periodAt(JOB_PLANS["close-season"].schedule, now);
  if (quarter === null) throw new Error("这一季还没有结束。");
  if ((await countSeasonPeople(quarter)) === 0) return `${quarterLabel(quarter)}没有人参加，不用结算`;
  const season = await closeSeason({ quarter, salt: randomBytes(32).toString("hex"), now });
  return `${quarterLabel(quarter)}${season.isFirst ? "已结算" : "之前已经结算过"}，${season.people}人参加`;
});
