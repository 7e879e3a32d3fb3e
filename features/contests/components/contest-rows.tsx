import { Group } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import type { ContestItem } from "../schema";
import { ownWords, whenWords } from "./contest-words";

/** Contests that can be entered first, then those that are over. */
export function ContestRows({ contests, now }: { contests: readonly ContestItem[]; now: Date }) {
  if (contests.length === 0) {
    return (
      <Empty
        title="现在没有知识竞赛"
        hint="有了会列在这里，报名以后再参加"
        action={{ href: "/quizzes", label: "先做练习" }}
      />
    );
  }
  const isOver = ({ phase }: ContestItem): boolean => phase === "counting" || phase === "ended";
  const groups = [
    { title: "可以参加的", rows: contests.filter((contest) => !isOver(contest)).reverse() },
    { title: "已经结束的", rows: contests.filter(isOver) },
  ];
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => (
      <Group key={title} title={title}>
        <div className="card">
          {rows.map((contest) => (
            <a className="row" key={contest.id} href={`/contests/${contest.id}`}>
              <div className="grow">
                <h3>{contest.title}</h3>
                <span className="meta">
                  {whenWords(contest, now)}，{ownWords(contest)}
                </span>
              </div>
            </a>
          ))}
        </div>
      </Group>
    ));
}
