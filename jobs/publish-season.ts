import { addDays } from "@/domain/calendar/plain-date";
import { businessDateOf, quarterBounds, quarterOf } from "@/domain/calendar/shanghai";
import { objectionPeriod, objectionStage } from "@/domain/ranking/objections";
import { quarterLabel } from "@/features/points/view";
import { tellJoined } from "@/features/seasons/mutations/tell-joined";
import { plannedJob } from "./planned-job";

/** Those who joined the quarter that is over are told that its result stands for objection. */
export const publishSeasonJob = plannedJob("publish-season", async (now) => {
  const today = businessDateOf(now);
  const quarter = quarterOf(addDays(businessDateOf(quarterBounds(quarterOf(today)).start), -1));
  const period = objectionPeriod(quarter);
  if (objectionStage(period, today) !== "taking") return `${quarterLabel(quarter)}的公示期已经过了`;
  const people = await tellJoined({ quarter, of: "objections", now });
  return `${quarterLabel(quarter)}公示到${period.until}，告诉了${people}人`;
});
