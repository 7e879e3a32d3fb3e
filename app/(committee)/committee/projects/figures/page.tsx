import type { Metadata } from "next";
import { BarChart } from "@/components/charts/bar-chart";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import { CommitteeConsole } from "@/features/members/components/consoles";
import { loadFigures } from "@/features/projects/loaders/load-desk";

export const metadata: Metadata = { title: "志愿项目数据" };

/** How far the projects have come, by kind and by village; nobody is named and nobody is ranked. */
export default async function ProjectFiguresPage() {
  const page = await loadFigures();
  return (
    <CommitteeConsole title="志愿项目数据" place={page.place} current="/committee/projects" who={page.who}>
      {page.total === 0 ? (
        <Box title="还没有项目">
          <Empty
            title="还没有项目"
            hint="报来的项目会算在这里"
            action={{ href: "/committee/projects", label: "回到志愿项目库" }}
          />
        </Box>
      ) : (
        <>
          <p className="mb-4">
            <a className="btn" href="/committee/projects/sheet" download>
              下载表格
            </a>
          </p>
          <Box title="按类型" note="办成的占发布过的，按今天的进展">
            <BarChart {...page.byKind} />
          </Box>
          <Box title="按村社" note="按村社的名字排，不排名次">
            <BarChart {...page.byArea} />
          </Box>
        </>
      )}
    </CommitteeConsole>
  );
}
