import type { Metadata } from "next";
import { Group, PhonePage, Row } from "@/components/layout/phone-page";
import { formatDay } from "@/domain/calendar/labels";
import { builtDates } from "@/domain/calendar/today-path";
import { TodayAssignments } from "@/features/assignments/components/today-assignments";
import { DayLeaf } from "@/features/daily-entries/components/day-leaf";
import { loadToday } from "@/features/daily-entries/loaders";
import { TodayPersonal } from "@/features/recalls/components/today-personal";
import { builtOn } from "@/lib/built-on";
import { shareMetadata } from "@/lib/share-metadata";

type Props = { params: Promise<{ date: string }> };

export const dynamicParams = false;

export function generateStaticParams(): { date: string }[] {
  return builtDates(builtOn()).map((date) => ({ date }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { date } = await params;
  const { entry } = await loadToday(date);
  const title = entry ? `${formatDay(date)} ${entry.title}` : `${formatDay(date)} 今日`;
  const description = entry?.summary ?? "每天三分钟，读一条党史，答一两道题。";
  return shareMetadata({ title, description, path: entry?.href ?? "/", kind: "website" });
}

/** 今日. `/` is rewritten here (proxy.ts). */
export default async function TodayPage({ params }: Props) {
  const { date } = await params;
  const page = await loadToday(date);
  return (
    <PhonePage tab="today">
      <DayLeaf {...page} />
      <TodayAssignments />
      <TodayPersonal mourning={page.leaf.isMourning} />
      <Group title="课程" more={{ href: "/lessons", label: "全部课程" }}>
        <div className="card">
          {page.lesson ? (
            <Row href={page.lesson.href} icon="book" title={page.lesson.title} meta={page.lesson.meta} />
          ) : null}
          <Row href="/daily" icon="today" title="往日的条目" meta="按月翻看，也能看到历史上的这一天" />
        </div>
      </Group>
      <Group title="答题">
        <div className="card">
          <Row href="/quizzes" icon="quiz" title="练一练" meta="自愿参加，交卷后看解析和出处" />
        </div>
      </Group>
      <p className="meta mt-7 text-center">
        <a className="inline-link" href="/suggestions">
          意见建议
        </a>
        ，
        <a className="inline-link" href="/feed.xml">
          订阅
        </a>
        ，
        <a className="inline-link" href="/daily.ics">
          加到日历
        </a>
      </p>
    </PhonePage>
  );
}
