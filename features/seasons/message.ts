import { formatDay } from "@/domain/calendar/labels";
import { objectionPeriod } from "@/domain/ranking/objections";
import { quarterLabel } from "@/features/points/view";

type SeasonMessage = { key: string; title: string; body: string; href: string };

/** To those who joined, when the result begins to stand for objection. */
export function objectionMessage(quarter: string): SeasonMessage {
  return {
    key: `season-objection-period:${quarter}`,
    title: `${quarterLabel(quarter)}积分公示`,
    body: `到${formatDay(objectionPeriod(quarter).until)}为止，看看自己的积分和名次，有不对的可以提出异议。公示以后结算。`,
    href: `/seasons/${quarter}`,
  };
}

/** To those who joined, when the quarter is settled. Nobody's place stands in it. */
export function resultMessage(quarter: string): SeasonMessage {
  return {
    key: `season-result:${quarter}`,
    title: `${quarterLabel(quarter)}积分大赢家揭晓`,
    body: "结果已经结算。自己的名次只有自己看得到，流水和档案都可以下载重算。",
    href: `/seasons/${quarter}`,
  };
}
