import type { Metadata } from "next";
import { Box } from "@/components/layout/console-page";
import { Week } from "@/features/duties/components/week";
import { loadWeek, type Params } from "@/features/duties/loaders/week";
import { AnsweredLists } from "@/features/reminders/components/answered-lists";
import { loadAnswered } from "@/features/reminders/loaders/answered";
import { UploadForm } from "@/features/imports/components/upload-form";
import { CommitteeConsole } from "@/features/members/components/consoles";

const HINT = "导出的表，在“处理”写确认或退回。先试导入，错的格子会标出来，看过再写入";

export const metadata: Metadata = { title: "责任与提醒" };

/** The committee's week: what waits, how far stations and organisations are, why something is not done. */
export default async function WeekPage({ searchParams }: { searchParams: Params }) {
  const [page, answered] = await Promise.all([loadWeek(searchParams), loadAnswered()]);
  const sheet = `/committee/duties/sheet?year=${page.year}`;
  return (
    <CommitteeConsole title="责任与提醒" place={page.place} current="/committee/duties" who={page.who}>
      <p className="flex flex-wrap gap-3 pb-4">
        <a className="btn" href="/committee/duties/years">
          看责任清单
        </a>
        {page.sums.total === 0 ? null : (
          <a className="btn" href={sheet} download>
            导出{page.year}年xlsx
          </a>
        )}
      </p>
      <Week page={page} lists={<AnsweredLists answered={answered} />} />
      {page.mayBringIn && page.sums.total > 0 ? (
        <Box title="在表里定，带回来" note="没有网、要几位同志一起看的时候用">
          <UploadForm
            path="/committee/imports"
            kind="duties"
            label="改好的表"
            hint={HINT}
            sheet={{ href: sheet, label: "导出xlsx" }}
          />
        </Box>
      ) : null}
    </CommitteeConsole>
  );
}
