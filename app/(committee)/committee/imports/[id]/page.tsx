import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { ColumnForm } from "@/features/imports/components/column-form";
import { FaultColumns, FaultTable } from "@/features/imports/components/fault-table";
import { ImportEnd, ImportProgress } from "@/features/imports/components/import-progress";
import { ImportSteps } from "@/features/imports/components/import-steps";
import { ImportTally } from "@/features/imports/components/import-tally";
import { NearbyRows } from "@/features/imports/components/nearby-rows";
import { PartTabs } from "@/features/imports/components/part-tabs";
import { StagedRows } from "@/features/imports/components/staged-rows";
import { loadImport, type ImportPage } from "@/features/imports/loaders/load-import";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "试导入" };

const TITLES = {
  organisations: "导入两新组织",
  members: "导入人员",
  questions: "导入题目",
  projects: "导入志愿项目",
  duties: "确认或退回责任",
} as const;

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportFilePage({ params, searchParams }: Props) {
  const page = await loadImport((await params).id, searchParams);
  const title = TITLES[page.file.kind];
  return (
    <CommitteeConsole title={title} place={page.place} current="/committee/imports" who={page.who}>
      <Body page={page} />
    </CommitteeConsole>
  );
}

function Body({ page }: { page: ImportPage }) {
  const { state } = page.file;
  if (state === "uploaded" || state === "checking" || state === "writing") return <ImportProgress file={page.file} />;
  if (state !== "checked") return <ImportEnd file={page.file} />;
  return <DryRun page={page} />;
}

function DryRun({ page }: { page: ImportPage }) {
  const { file } = page;
  const { table } = file;
  if (table === null) return null;
  return (
    <>
      <ImportSteps at={2} />
      {file.note ? (
        <p className="panel wait mb-4" role="status">
          {file.note}
        </p>
      ) : null}
      <section className="box mb-4">
        <ImportTally page={page} />
      </section>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <Rows page={page} />
        <div className="grid min-w-0 gap-4">
          <NearbyRows page={page} />
          <ColumnBox page={page} table={table} />
        </div>
      </div>
    </>
  );
}

function Rows({ page }: { page: ImportPage }) {
  const { show, absent, file } = page;
  return (
    <Box title="逐行看">
      <PartTabs page={page} />
      {show === "faults" ? (
        <>
          <FaultColumns page={page} />
          <FaultTable page={page} />
        </>
      ) : null}
      {show === "absent" ? (
        <p className="px-4 pb-3">
          {absent.join("、")}
          {file.absent.length > absent.length ? `，只列出${absent.length}个` : ""}
        </p>
      ) : null}
      {show !== "faults" && show !== "absent" ? <StagedRows page={page} /> : null}
    </Box>
  );
}

function ColumnBox({ page, table }: { page: ImportPage; table: NonNullable<ImportPage["file"]["table"]> }) {
  const { file, labels } = page;
  const fields = Object.entries(labels).map(([value, label]) => ({ value, label }));
  return (
    <Box title="列的对应">
      <table className="tbl">
        <tbody>
          {table.columns.map(({ column, head, field }) => (
            <tr key={column}>
              <th scope="row">
                {column} {head || "没有表头"}
              </th>
              <td className={field === null ? "second" : undefined}>{field === null ? "不导入" : labels[field]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="meta px-4 pt-3">不收身份证号、籍贯和住址，表里有也不读。</p>
      <details className="px-4 py-3">
        <summary className="btn">改一改</summary>
        <div className="pt-3">
          <ColumnForm importId={file.id} columns={table.columns} fields={fields} />
        </div>
      </details>
      {table.skipped.length > 0 ? (
        <p className="meta px-4 pb-3">
          没有当作数据的行：{table.skipped.map(({ number, reason }) => `第${number}行（${reason}）`).join("、")}
        </p>
      ) : null}
    </Box>
  );
}
