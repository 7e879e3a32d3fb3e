import { LeaveButton as Button } from "@/components/forms/leave-button";

type Props = { quarter: string; state: "open" | "ended" | "closed" };

const CONSEQUENCE = {
  open: "榜上马上不再有你，积分流水还在。季末以前随时可以再参加。",
  ended: "榜上马上不再有你，积分流水还在；没有答复的异议一起收回。这一季不能再参加了。",
  closed: "榜上你的名字换成“已退出”，发过的证书撤销，档案里的化名不再指向你。这一步不能撤回。",
} as const;

/** Leaving a quarter's race. */
export function LeaveButton({ quarter, state }: Props) {
  const entry = `/api/v1/seasons/${quarter}/entry`;
  return <Button entry={entry} label="退出本季" question="要退出这一季吗？" consequence={CONSEQUENCE[state]} />;
}
