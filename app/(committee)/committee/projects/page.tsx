import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { UploadForm } from "@/features/imports/components/upload-form";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { DeskFilterForm, DeskList } from "@/features/projects/components/desk-list";
import { loadProjectDesk } from "@/features/projects/loaders/load-desk";

export const metadata: Metadata = { title: "志愿项目库" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** 志愿项目库: what was proposed, passed, published and done. */
export default async function ProjectsPage({ searchParams }: Props) {
  const desk = await loadProjectDesk(searchParams);
  return (
    <CommitteeConsole title="志愿项目库" place={desk.place} current={desk.path} who={desk.who}>
      <p className="mb-4 flex flex-wrap gap-3">
        {desk.mayPropose ? (
          <>
            <a className="btn main" href={`${desk.path}/new`}>
              申报项目
            </a>
            <a className="btn" href={`${desk.path}/links`}>
              村社链接
            </a>
          </>
        ) : null}
        <a className="btn" href={`${desk.path}/figures`}>
          数据
        </a>
      </p>
      {desk.mayPropose ? (
        <details className="mb-4">
          <summary className="btn">用表格申报</summary>
          <Box title="用表格申报" note="先试导入，逐行看过再写入；写入的也要两位同志审">
            <UploadForm
              path="/committee/imports"
              kind="projects"
              label="志愿项目"
              hint=".xlsx或.csv，最大10MB。文件加密存放，七天后清理"
            />
          </Box>
        </details>
      ) : null}
      <Box title="项目" note={`${desk.total}个`}>
        <DeskFilterForm desk={desk} />
        <DeskList desk={desk} />
      </Box>
    </CommitteeConsole>
  );
}
