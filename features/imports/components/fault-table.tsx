import { Pager } from "@/components/layout/pager";
import { Empty } from "@/components/ui/state";
import type { ImportPage } from "../loaders/load-import";
import { partHref } from "../view";

/** The faults of the file by cell: what was written, why it is wrong, how to mend it. */
export function FaultTable({ page }: { page: ImportPage }) {
  const { faults, part, pages, path, nearby } = page;
  if (faults.length === 0) return <Empty title="没有错" hint="可以写入了" />;
  return (
    <>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">单元格</th>
            <th scope="col">列</th>
            <th scope="col">表里写的</th>
            <th scope="col">问题</th>
            <th scope="col">怎样改</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, index) => (
            <tr key={`${fault.cell}-${index}`} aria-current={fault.row === nearby?.number ? "true" : undefined}>
              <th scope="row">
                <a className="cell-name" href={`${partHref(path, { ...part, row: fault.row })}#nearby`}>
                  {fault.cell}
                </a>
              </th>
              <td data-label="列" className="md:whitespace-nowrap">
                {fault.label}
              </td>
              <td data-label="表里写的" className="second md:min-w-32">
                {fault.written}
              </td>
              <td data-label="问题">{fault.problem}</td>
              <td data-label="怎样改" className="second whitespace-normal">
                {fault.remedy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager path={path} filter={part} page={part.page} pages={pages} />
      <p className="pager">改好后把同一个文件再传一次，已写入的行不会重复。</p>
    </>
  );
}

/** Which columns the faults stand in. */
export function FaultColumns({ page }: { page: ImportPage }) {
  const { columns, path, part } = page;
  if (columns.length < 2) return null;
  const here = (column: string | undefined) => (part.column === column ? "true" : undefined);
  return (
    <nav className="subtabs px-4" aria-label="按列看">
      <a href={partHref(path, { page: 1 })} aria-current={here(undefined)}>
        全部{columns.reduce((sum, { count }) => sum + count, 0)}
      </a>
      {columns.map(({ column, label, count }) => (
        <a key={column} href={partHref(path, { page: 1, column })} aria-current={here(column)}>
          {label}
          {count}
        </a>
      ))}
    </nav>
  );
}
