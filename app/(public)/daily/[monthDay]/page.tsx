import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { formatDay } from "@/domain/calendar/labels";
import { addDays } from "@/domain/calendar/plain-date";
import { EntryArticle } from "@/features/daily-entries/components/entry-article";
import { NoEntry } from "@/features/daily-entries/components/no-entry";
import { loadEntry } from "@/features/daily-entries/loaders";
import { RecallForm } from "@/features/recalls/components/recall-form";
import { TakenDown } from "@/features/takedowns/components/taken-down";
import { shareMetadata } from "@/lib/share-metadata";

type Props = { params: Promise<{ monthDay: string }> };

export const dynamicParams = false;

/** Every day of a leap year: `/` comes here when a server runs on for more than a year. */
export function generateStaticParams(): { monthDay: string }[] {
  return Array.from({ length: 366 }, (_, index) => ({ monthDay: addDays("2000-01-01", index).slice(5) }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { monthDay } = await params;
  const page = await loadEntry(monthDay);
  if (page.state !== "shown") {
    return {
      ...shareMetadata({ title: formatDay(monthDay), description: "党史天天谈", path: `/daily/${monthDay}` }),
      robots: { index: false },
    };
  }
  const { title, summary } = page.entry;
  return shareMetadata({ title, description: summary, path: `/daily/${monthDay}` });
}

/** One entry of 党史天天谈. */
export default async function EntryPage({ params }: Props) {
  const { monthDay } = await params;
  const page = await loadEntry(monthDay);
  return (
    <PhonePage
      tab="today"
      title={`党史天天谈，${formatDay(monthDay)}`}
      back={{ href: "/daily", label: "回到往日的条目" }}
    >
      {page.state === "shown" ? (
        <EntryArticle
          {...page}
          recallForm={
            <RecallForm contentId={page.entry.id} questions={page.entry.recall} mourning={page.entry.isMourning} />
          }
        />
      ) : null}
      {page.state === "taken-down" ? <TakenDown what="条" back={{ href: "/daily", label: "看别的条目" }} /> : null}
      {page.state === "none" ? <NoEntry nearest={page.nearest} /> : null}
    </PhonePage>
  );
}
