import { JoinCard as Card } from "@/components/forms/join-card";

/** The invitation to a contest. */
export function JoinCard({ contestId }: { contestId: string }) {
  return (
    <Card
      entry={`/api/v1/contests/${contestId}/entry`}
      title="要不要参加？"
      words="点了才算报名，随时可以退出。不参加不影响学习，也不进任何考核。"
      nameHint="不选也行：上了榜，支部以外的人只看到你的姓"
      label="报名"
      failed="没有报上名。"
      withoutScript="报名要用到脚本，请换一个浏览器打开这一页。"
    />
  );
}
