import { Icon } from "@/components/ui/icon";
import { Pager } from "@/components/layout/pager";
import { Empty } from "@/components/ui/state";
import { organisationKindLabel } from "@/features/organisations/view";
import type { Desk } from "../loaders/desk";
import type { DeskFilter, SortColumn } from "../schema";
import { deskHref, type OrganisationLine, type StationLine } from "../view/desk";
import { countWords, FIGURE_LABELS } from "../view/words";
import { FigureCells } from "./figure-cells";

const COLUMNS: { column: SortColumn; label: string; isNumber?: boolean }[] = [
  { column: "people", label: "人数", isNumber: true },
  { column: "assigned", label: FIGURE_LABELS.assigned, isNumber: true },
  { column: "answered", label: FIGURE_LABELS.answered },
  { column: "excused", label: FIGURE_LABELS.excused, isNumber: true },
  { column: "recall", label: FIGURE_LABELS.recall },
];

/** Stations with their organisations folded in, or one list of all organisations; every column sorts. */
export function DeskTable({ desk }: { desk: Desk }) {
  if (desk.organisations === 0) return <NoOrganisation desk={desk} />;
  if (desk.flat?.total === 0) {
    return (
      <Empty
        title="没有符合这些条件的组织"
        hint="名称写其中一段就行，也可以写拼音首字母"
        action={{ href: "/committee", label: "看全部" }}
      />
    );
  }
  return (
    <>
      <table className="tbl cards figures">
        <caption className="vh">{desk.words}</caption>
        <Head filter={desk.filter} />
        {desk.flat === null ? (
          (desk.byStation ?? []).map((line) => <StationRows key={line.id} line={line} filter={desk.filter} />)
        ) : (
          <tbody>
            {desk.flat.lines.map((line) => (
              <OrganisationRow key={line.id} line={line} isUnderStation={false} filter={desk.filter} />
            ))}
          </tbody>
        )}
      </table>
      {desk.flat === null ? null : (
        <Pager path="/committee" filter={desk.filter} page={desk.flat.page} pages={desk.flat.pages} />
      )}
    </>
  );
}

function Head({ filter }: { filter: DeskFilter }) {
  return (
    <thead>
      <tr>
        <th scope="col" aria-sort={sortOf(filter, "name")}>
          <SortLink filter={filter} column="name" label="站与组织" />
        </th>
        <th scope="col">类型</th>
        {COLUMNS.map(({ column, label, isNumber }) => (
          <th key={column} scope="col" className={isNumber ? "num" : undefined} aria-sort={sortOf(filter, column)}>
            <SortLink filter={filter} column={column} label={label} />
          </th>
        ))}
        <th scope="col">异议</th>
      </tr>
    </thead>
  );
}

function sortOf({ sort }: DeskFilter, column: SortColumn): "ascending" | "descending" | undefined {
  if (sort === column) return "ascending";
  return sort === `-${column}` ? "descending" : undefined;
}

/** Pressed once it sorts upwards, pressed again downwards. */
function SortLink({ filter, column, label }: { filter: DeskFilter; column: SortColumn; label: string }) {
  const is = sortOf(filter, column);
  return (
    <a className="sort" href={deskHref(filter, { sort: is === "ascending" ? `-${column}` : column })}>
      {label}
      {is === undefined ? null : <Icon name={is === "ascending" ? "up" : "down"} small />}
    </a>
  );
}

function StationRows({ line, filter }: { line: StationLine; filter: DeskFilter }) {
  const { id, name, organisations, people, figures, objections, lines, rest } = line;
  const href = deskHref(filter, { open: lines === null ? id : "" });
  return (
    <tbody id={`station-${id}`}>
      <tr className="sum">
        <th scope="row">
          <a className="twist" href={`${href}#station-${id}`} aria-expanded={lines !== null}>
            <Icon name={lines === null ? "next" : "down"} small />
            {name}
          </a>
        </th>
        <td data-label="组织">{organisations}家</td>
        <td className="num" data-label="人数">
          {countWords(people)}
        </td>
        <FigureCells figures={figures} objections={objections} />
      </tr>
      {lines?.map((one) => (
        <OrganisationRow key={one.id} line={one} isUnderStation filter={filter} />
      ))}
      {rest === 0 ? null : (
        <tr className="sub">
          <td colSpan={8}>
            <a className="inline-link second" href={deskHref(filter, { view: "all", stationId: id, open: "" })}>
              {name}其余{rest}家
            </a>
          </td>
        </tr>
      )}
      {lines?.length === 0 ? (
        <tr className="sub">
          <td colSpan={8} className="meta">
            {organisations === 0 ? "这个站还没有组织" : "这个站没有符合这些条件的组织"}
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

type RowProps = { line: OrganisationLine; isUnderStation: boolean; filter: DeskFilter };

function OrganisationRow({ line, isUnderStation, filter }: RowProps) {
  const { id, name, kind, people, figures, objections } = line;
  const quarter = filter.quarter === "" ? "" : `?quarter=${filter.quarter}`;
  return (
    <tr className={isUnderStation ? "sub" : undefined}>
      <th scope="row" className="break-words">
        <a className="inline-link" href={`/committee/organisations/${id}${quarter}#figures`}>
          {name}
        </a>
      </th>
      <td className="nb" data-label="类型">
        {organisationKindLabel(kind)}
      </td>
      <td className="num" data-label="人数">
        {countWords(people)}
      </td>
      <FigureCells figures={figures} objections={objections} />
    </tr>
  );
}

function NoOrganisation({ desk }: { desk: Desk }) {
  return desk.stations.length === 0 ? (
    <Empty
      title="还没有工作站，也没有组织"
      hint="先建立工作站，再登记组织；支部派发学习以后，这里就有数据"
      action={{ href: "/committee/stations", label: "建立工作站" }}
    />
  ) : (
    <Empty
      title="还没有组织"
      hint="登记组织和党员，支部派发学习以后，这里就有数据"
      action={{ href: "/committee/organisations", label: "看两新组织" }}
    />
  );
}
