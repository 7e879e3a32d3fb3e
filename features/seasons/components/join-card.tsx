import { JoinCard as Card } from "@/components/forms/join-card";

/** The invitation to a quarter's race. */
export function JoinCard({ quarter }: { quarter: string }) {
  return (
    <Card
      entry={`/api/v1/seasons/${quarter}/entry`}
      title="这一季，要不要一起？"
      words="点了才算参加，随时可以退出。不参加不影响学习，也不进任何考核。"
      nameHint="不选也行：支部以外的人只看到你的姓"
      label="参加本季"
      failed="没有参加成。"
      withoutScript="参加要用到脚本，请换一个浏览器打开这一页。"
    />
  );
}
