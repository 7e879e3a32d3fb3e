import { Empty } from "@/components/ui/state";
import type { StatisticsLine } from "../view";

const percent = (value: number | null): string => (value === null ? "看不出" : `${String(Math.round(value))}%`);

/** What the answers say about the questions, the hardest first. */
export function QuestionStatistics({ lines }: { lines: readonly StatisticsLine[] }) {
  if (lines.length === 0) {
    return <Empty title="还看不出什么" hint="一道题出现在五份以上的卷子里，才列在这里" />;
  }
  return (
    <>
      <div className="prose-small grid gap-1 px-4 py-3">
        <p>只算每个人的第一次，没答的按零分。难度是平均得分占满分的比例，越低越难。</p>
        <p>区分度看这道题和卷子其余部分是不是同升同降，低于0说明会的人反而错，答案或题干可能有问题。</p>
        <p>区分效率是区分度达到了这道题可能达到的几成。出现在不足五份卷子里的题不列。</p>
      </div>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">题目</th>
            <th scope="col" className="num">
              卷子
            </th>
            <th scope="col" className="num">
              难度
            </th>
            <th scope="col" className="num">
              区分度
            </th>
            <th scope="col" className="num">
              区分效率
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.questionId}>
              <th scope="row">
                <a className="inline-link" href={`/committee/questions/${encodeURIComponent(line.questionId)}`}>
                  {line.stem}
                </a>
              </th>
              <td data-label="卷子" className="num">
                {line.papers}份
              </td>
              <td data-label="难度" className="num">
                {percent(line.facility)}
              </td>
              <td data-label="区分度" className="num">
                {percent(line.discrimination)}
              </td>
              <td data-label="区分效率" className="num">
                {percent(line.efficiency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
