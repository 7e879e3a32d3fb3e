import type { ImportPage } from "../loaders/load-import";
import type { StagedRow, UnderstoodTable } from "../types";

type Known = UnderstoodTable["columns"][number] & { field: NonNullable<UnderstoodTable["columns"][number]["field"]> };

/** One row as it stands in the sheet, with those above and below. */
export function NearbyRows({ page }: { page: ImportPage }) {
  const { nearby, file } = page;
  if (nearby === null || file.table === null || nearby.rows.length === 0) return null;
  const columns = file.table.columns.filter((each): each is Known => each.field !== null);
  const here = nearby.rows.find(({ number }) => number === nearby.number);
  const wrong = new Set(here?.faults.map(({ column }) => column));
  return (
    <section className="box" id="nearby">
      <header>
        <h2>第{nearby.number}行在表里的样子</h2>
      </header>
      <div className="scroll px-4 py-3" tabIndex={0} role="region" aria-label={`第${nearby.number}行附近的单元格`}>
        <table className="cells table-auto">
          <thead>
            <tr>
              <th>
                <span className="vh">行</span>
              </th>
              {columns.map(({ column }) => (
                <th key={column} className={wrong.has(column) ? "hit" : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="names">
              <th>{file.table.headerRow}</th>
              {columns.map(({ column, head }) => (
                <td key={column}>{head}</td>
              ))}
            </tr>
            {nearby.rows.map((row) => (
              <CellRow key={row.number} row={row} columns={columns} isHere={row.number === nearby.number} />
            ))}
          </tbody>
        </table>
        <p className="meta mt-2">红框是有错的，蓝底是已在册的</p>
      </div>
    </section>
  );
}

function CellRow({ row, columns, isHere }: { row: StagedRow; columns: readonly Known[]; isHere: boolean }) {
  const wrong = new Set(row.faults.map(({ column }) => column));
  const known = row.state === "same" || row.state === "update" || row.state === "move" ? "dup" : undefined;
  return (
    <tr>
      <th className={isHere ? "hit" : undefined}>{row.number}</th>
      {columns.map(({ column, field }) => (
        <td key={column} className={wrong.has(column) ? "bad" : known}>
          {row.shown[field] ?? ""}
        </td>
      ))}
    </tr>
  );
}
