import { LeaveButton as Button } from "@/components/forms/leave-button";
import type { ContestPhase } from "@/domain/contests/results";

type Props = { contestId: string; phase: ContestPhase };

const CONSEQUENCE: Readonly<Record<ContestPhase, string>> = {
  upcoming: "开始以前、开始以后都可以再报名。",
  open: "答过的还是你的，只是不进榜。结束以前可以再报名，还是原来的试卷和次数。",
  counting: "你的成绩不进榜，答过的还是你的。这一场不能再报名了。",
  ended: "榜上你的名字换成“已退出”，发过的证书撤销，答过的还是你的。这一步不能撤回。",
};

/** Leaving a contest. */
export function LeaveButton({ contestId, phase }: Props) {
  const entry = `/api/v1/contests/${contestId}/entry`;
  return <Button entry={entry} label="退出竞赛" question="要退出这一场吗？" consequence={CONSEQUENCE[phase]} />;
}
