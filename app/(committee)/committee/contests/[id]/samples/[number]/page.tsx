import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { QuestionPreview } from "@/features/attempts/components/question-preview";
import { loadSample } from "@/features/contests/loaders/load-desk";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "样卷" };

type Props = { params: Promise<{ id: string; number: string }> };

export default async function SamplePage({ params }: Props) {
  const { id, number: typed } = await params;
  const { contest, number, items, who, place } = await loadSample(id, typed);
  const home = `/committee/contests/${contest.id}`;
  return (
    <CommitteeConsole title="样卷" place={place} current="/committee/contests" who={who}>
      <Box title={contest.title} note={`样卷第${String(number)}份，已记下你看过`}>
        {items === null ? (
          <Empty title="现在凑不成一份卷子" hint="题库里的题不够" action={{ href: home, label: "回去看缺什么" }} />
        ) : (
          <>
            <p className="flex flex-wrap gap-3 px-4 pt-3">
              <a className="btn" href={`${home}/samples/${String((number % 99) + 1)}`}>
                换一份
              </a>
              <a className="btn" href={home}>
                回到竞赛
              </a>
            </p>
            <ol className="grid max-w-[44rem] gap-6 p-4">
              {items.map((item) => (
                <li key={item.number} className="grid gap-2">
                  <h3 className="meta">第{item.number}题</h3>
                  <QuestionPreview item={item} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Box>
    </CommitteeConsole>
  );
}
