import { Empty } from "@/components/ui/state";
import { formatInstant } from "@/domain/calendar/labels";
import type { Contest } from "../queries/find-contest";
import { contestStage } from "./contest-words";

/** All contests for the committee, the latest change first. */
export function ContestTable({ path, contests }: { path: string; contests: readonly Contest[] }) {
  if (contests.length === 0) {
    return <Empty title="还没有办过知识竞赛" hint="拟好一场，由另一位同志复核发布，大家就可以报名" />;
  }
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">到哪一步</th>
          <th scope="col">开始</th>
          <th scope="col">结束</th>
        </tr>
      </thead>
      <tbody>
        {contests.map(({ id, title, state, opensAt, closesAt, settledAt }) => (
          <tr key={id}>
            <th scope="row">
              <a className="inline-link" href={`${path}/${id}`}>
                {title}
              </a>
            </th>
            <td data-label="到哪一步">{contestStage({ state, settledAt })}</td>
            <td data-label="开始">{formatInstant(opensAt)}</td>
            <td data-label="结束">{formatInstant(closesAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
