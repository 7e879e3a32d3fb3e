import { Empty } from "@/components/ui/state";
import type { StationsPage } from "../loaders";

/** The stations in their order with what belongs to them. */
export function StationTable({ page }: { page: StationsPage }) {
  if (page.stations.length === 0) {
    return <Empty title="还没有党群工作站" hint="先建立中心站，再建立各分站，组织和支部登记在站里" />;
  }
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">工作站</th>
          <th scope="col" className="num">
            组织
          </th>
          <th scope="col" className="num">
            支部
          </th>
          <th scope="col" className="num">
            人员
          </th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {page.stations.map((station) => (
          <tr key={station.id}>
            <th scope="row">
              <a
                className="inline-link"
                href={`${page.path}?station=${station.id}#station`}
                aria-current={page.open?.station.id === station.id ? "true" : undefined}
              >
                {station.name}
              </a>
            </th>
            <td className="num items-center" data-label="组织">
              <a className="inline-link" href={`/committee/organisations?stationId=${station.id}`}>
                {station.organisations}家
              </a>
            </td>
            <td className="num items-center" data-label="支部">
              <a className="inline-link" href={`/committee/branches?stationId=${station.id}`}>
                {station.branches}个
              </a>
            </td>
            <td className="num" data-label="人员">
              {station.people}人
            </td>
            <td data-label="状态">{station.state === "closed" ? "已关闭" : "在用"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
