import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PhonePage } from "@/components/layout/phone-page";
import { LessonArticle } from "@/features/lessons/components/lesson-article";
import { loadLesson, loadLessonNames } from "@/features/lessons/loaders";
import { RecallForm } from "@/features/recalls/components/recall-form";
import { TakenDown } from "@/features/takedowns/components/taken-down";
import { shareMetadata } from "@/lib/share-metadata";

type Params = { course: string; slug: string };
type Props = { params: Promise<Params> };

export const dynamicParams = false;

export function generateStaticParams(): Params[] {
  return loadLessonNames();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, slug } = await params;
  const page = await loadLesson(course, slug);
  const path = `/lessons/${course}/${slug}`;
  if (page?.state !== "shown")
    return { ...shareMetadata({ title: "课程", description: "党史课程", path }), robots: { index: false } };
  const { title, subtitle, summary } = page.lesson;
  return shareMetadata({ title: subtitle ? `${title}：${subtitle}` : title, description: summary, path });
}

/** One lesson. */
export default async function LessonPage({ params }: Props) {
  const { course, slug } = await params;
  const page = await loadLesson(course, slug);
  if (page === null) notFound();
  const title = page.state === "shown" ? `${page.lesson.course}，第${page.lesson.number}课` : "课程";
  return (
    <PhonePage tab="learn" title={title} back={{ href: `/lessons#${course}`, label: "回到课程" }}>
      {page.state === "shown" ? (
        <LessonArticle
          {...page}
          recallForm={<RecallForm contentId={page.lesson.id} questions={page.lesson.recall} mourning={false} />}
        />
      ) : (
        <TakenDown what="课" back={{ href: "/lessons", label: "看别的课程" }} />
      )}
    </PhonePage>
  );
}
