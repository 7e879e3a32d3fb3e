import type { Metadata } from "next";
import { Group, PhonePage, Row } from "@/components/layout/phone-page";
import { Icon } from "@/components/ui/icon";
import { Empty } from "@/components/ui/state";
import { LibraryNotice } from "@/components/layout/reading";
import { loadCourses } from "@/features/lessons/loaders";
import { shareMetadata } from "@/lib/share-metadata";

export function generateMetadata(): Metadata {
  return shareMetadata({
    title: "学习",
    description: "从建党讲到今天的党史课程，还有精神谱系、党的建设和身边的红色地图，每课十来分钟，都有时间线和出处。",
    path: "/lessons",
    kind: "website",
  });
}

/** 学习: the courses with their lessons. */
export default async function LessonsPage() {
  const courses = await loadCourses();
  return (
    <PhonePage
      tab="learn"
      end={
        <a className="icon-btn" href="/search" aria-label="搜索">
          <Icon name="search" />
        </a>
      }
    >
      <h1 className="vh">学习</h1>
      <LibraryNotice />
      <div className="card mt-3">
        <Row href="/me/courses" icon="book" title="学到哪里" meta="登录以后，看每门课学过几课" />
        <Row href="/leaflets" icon="grid" title="应知应会折页" meta="翻着记的卡片，也能打印出来" />
        <Row href="/films" icon="play" title="红色影片" meta="一两分钟的短片，有字幕，无声也能看" />
        <Row href="/stories" icon="building" title="厂情厂史" meta="各单位的来路，身边的人和事" />
      </div>
      {courses.length === 0 ? (
        <Empty title="还没有课程" hint="课程写好后会排在这里" action={{ href: "/daily", label: "先看党史天天谈" }} />
      ) : null}
      {courses.length > 1 ? (
        <nav className="subtabs" aria-label="课程">
          {courses.map(({ slug, title }) => (
            <a key={slug} href={`#${slug}`}>
              {title}
            </a>
          ))}
        </nav>
      ) : null}
      {courses.map((course) => (
        <section key={course.slug} className="group" id={course.slug}>
          <header>
            <h2>{course.title}</h2>
          </header>
          <p className="second small mb-2">{course.summary}</p>
          <div className="card">
            {course.lessons.map((lesson) => (
              <a key={lesson.href} className="row" href={lesson.href}>
                <div className="grow">
                  <h3>
                    {lesson.title}
                    {lesson.subtitle ? `：${lesson.subtitle}` : ""}
                  </h3>
                  <span className="meta">
                    第{lesson.number}课，{lesson.level}
                  </span>
                </div>
                <Icon name="next" small />
              </a>
            ))}
          </div>
        </section>
      ))}
      <Group title="党史天天谈">
        <div className="card">
          <Row href="/daily" icon="today" title="按月翻看" meta="每天一条，三分钟以内" />
        </div>
      </Group>
    </PhonePage>
  );
}
