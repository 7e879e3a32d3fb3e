import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { AnswerSeasonObjectionForm } from "@/features/seasons/components/answer-form";
import { ObjectionThread } from "@/features/seasons/components/objection-thread";
import { loadSeasonObjections } from "@/features/seasons/loaders";

export const metadata: Metadata = { title: "积分公示" };

/** What those who joined say about a quarter's result before it is settled. */
export default async function SeasonObjectionsPage() {
  const { who, place, unsettled, open, answered } = await loadSeasonObjections();
  return (
    <CommitteeConsole title="积分公示" place={place} current="/committee/seasons" who={who}>
      <Box title="没有结算的季度" note={unsettled.length === 0 ? "没有" : `${unsettled.length}季`}>
        {unsettled.length === 0 ? (
          <Empty title="没有在公示的季度" hint="每季末公示五个工作日，参加的人可以提异议，然后自动结算" />
        ) : (
          <ul className="thread">
            {unsettled.map(({ quarter, label, words }) => (
              <li key={quarter}>
                <a className="inline-link" href={`/seasons/${quarter}`}>
                  {label}
                </a>
                <p className="meta mt-1">{words}</p>
              </li>
            ))}
          </ul>
        )}
      </Box>
      <Box title="等答复的积分异议" note={open.length === 0 ? "都答复了" : `${open.length}条，先来的在前`}>
        {open.length === 0 ? (
          <Empty title="没有等答复的异议" hint="公示期里参加的人说积分或名次不对，会出现在这里" />
        ) : (
          <ObjectionThread
            items={open}
            act={({ id, memberId, people, whyNot }) =>
              whyNot === null ? (
                <AnswerSeasonObjectionForm {...{ id, memberId, people }} />
              ) : (
                <p className="meta">{whyNot}</p>
              )
            }
          />
        )}
      </Box>
      {answered.length === 0 ? null : (
        <Box title="最近答复的" note={`${answered.length}条`}>
          <ObjectionThread items={answered} />
        </Box>
      )}
    </CommitteeConsole>
  );
}
