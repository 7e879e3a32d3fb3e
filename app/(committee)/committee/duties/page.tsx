import type { Metadata } from "next";
import { Week } from "@/features/duties/components/week";
import { loadWeek, type Params } from "@/features/duties/loaders/week";
import { AnsweredLists } from "@/features/reminders/components/answered-lists";
import { loadAnswered } from "@/features/reminders/loaders/answered";
import { CommitteeConsole } from "@/features/members/components/consoles";

export const metadata: Metadata = { title: "责任与提醒" };

/** The committee's week: what waits, how far stations and organisations are, why something is not done. */
export default async function WeekPage({ searchParams }: { searchParams: Params }) {
  const [page, answered] = await Promise.all([loadWeek(searchParams), loadAnswered()]);
  return (
    <CommitteeConsole title="责任与提醒" place={page.place} current="/committee/duties" who={page.who}>
      <p className="pb-4">
        <a className="btn" href="/committee/duties/years">
          看责任清单
        </a>
      </p>
      <Week page={page} lists={<AnsweredLists answered={answered} />} />
    </CommitteeConsole>
  );
}
