import { Group } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import type { MistakeGroup } from "@/features/mistakes/view";
import { ReviewedCard } from "./reviewed-card";

/** 温故: what was last answered wrong, by topic, with the right answer and where it is written. */
export function MistakeList({ groups }: { groups: readonly MistakeGroup[] }) {
  if (groups.length === 0) {
    return (
      <Empty
        title="没有要温故的题"
        hint="答错的题，等解析开放后会收在这里，下次答对就不再列"
        action={{ href: "/quizzes", label: "去答题" }}
      />
    );
  }
  return (
    <>
      <p className="prose-small pt-3">
        这里是你最近一次没全对的题，只有你看得到。下次在测验或天天谈里答对，就不再列。还没开放解析的测验，题目先不列。
      </p>
      {groups.map(({ topic, items }) => (
        <Group key={topic} title={`${topic}，${items.length}题`}>
          <div className="grid gap-3">
            {items.map((item) => (
              <ReviewedCard key={item.questionId} item={item} />
            ))}
          </div>
        </Group>
      ))}
    </>
  );
}
