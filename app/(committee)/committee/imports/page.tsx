import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { ImportList } from "@/features/imports/components/import-list";
import { UploadForm } from "@/features/imports/components/upload-form";
import { loadImports } from "@/features/imports/loaders/load-imports";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "导入导出" };

const HINT = ".xlsx或.csv，最大10MB；Excel、WPS、LibreOffice存的都行。先试导入，看过再写入";

export default async function ImportsPage() {
  const page = await loadImports();
  return (
    <CommitteeConsole title="导入导出" place={page.place} current={page.path} who={page.who}>
      {page.mayImport ? (
        <Box title="导入" note="先组织，后人员">
          <UploadForm path={page.path} kind="organisations" label="两新组织" hint={HINT} />
          <UploadForm path={page.path} kind="members" label="人员" hint={HINT} />
        </Box>
      ) : null}
      {page.mayExport ? (
        <Box title="导出名册" note="和模板的列一样，改好了可以再导入，打了星号的手机号不变；谁在什么时候导出会留下记录">
          <p className="flex flex-wrap gap-3 px-4 py-3">
            <a className="btn" href="/committee/registers/organisations.xlsx" download>
              两新组织.xlsx
            </a>
            <a className="btn" href="/committee/registers/organisations.csv" download>
              两新组织.csv
            </a>
            <a className="btn" href="/committee/registers/people.xlsx" download>
              人员.xlsx
            </a>
            <a className="btn" href="/committee/registers/people.csv" download>
              人员.csv
            </a>
          </p>
        </Box>
      ) : null}
      <Box title="最近的文件" note="文件和逐行内容七天后清理，只留下数目">
        <ImportList path={page.path} files={page.files} />
      </Box>
    </CommitteeConsole>
  );
}
