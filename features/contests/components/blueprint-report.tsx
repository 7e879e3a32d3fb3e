import { Panel } from "@/components/ui/state";
import type { ContestDesk } from "../loaders/load-desk";

/** What the papers are made of, and whether there are questions enough. */
export function BlueprintReport({ report, lines, shown, fault, contest }: ContestDesk) {
  const { questions, points, locals, clash, allKeysPublic } = report;
  const isFixed = contest.releasedAt !== null;
  return (
    <>
      <div className="grid gap-3 px-4 py-3">
        <p>
          每份卷子{questions}题，满分{points}分，
          {locals === 0 ? "没有要求本单位的题" : `其中${String(locals)}题必须是本单位的题`}。
        </p>
        {allKeysPublic ? (
          <Panel tone="plain" title="全部题目都可能出自公共题库。">
            公共题库的答案谁都看得到。想让答案在结束前没人见过，请要求几道本单位的题：自己写的题不进平时的练习。
          </Panel>
        ) : null}
        {shown > 0 ? (
          <Panel tone="wait" title={`可抽的本单位的题里，有${String(shown)}题的答案已经有人看过。`}>
            它们在已经开放解析的测验或竞赛里出现过，或者是更正过的公共题库的题。想让答案在结束前没人见过，请另写几题。
          </Panel>
        ) : null}
        {fault === null ? null : (
          <Panel tone="bad" title="现在还不能送复核。">
            {fault}
          </Panel>
        )}
      </div>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">要求</th>
            <th scope="col" className="num">
              题数
            </th>
            <th scope="col" className="num">
              每题
            </th>
            <th scope="col" className="num">
              {isFixed ? "可抽的题" : "题库里有"}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              <th scope="row">{line.words}</th>
              <td data-label="题数" className="num">
                {line.count}
              </td>
              <td data-label="每题" className="num">
                {line.points}分
              </td>
              <td data-label={isFixed ? "可抽的题" : "题库里有"} className="num">
                {line.candidates}
                {line.missing > 0 ? <span className="state bad">，还缺{line.missing}题</span> : null}
                {clash?.part === index ? (
                  <span className="state bad">，和别的行要的是同样的题，还缺{clash.missing}题</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
