import { Icon } from "@/components/ui/icon";
import { Empty, State } from "@/components/ui/state";
import type { OwnCourse } from "../view";

/** 学到哪里: every course with what is done; one that has begun and is not finished stands open. */
export function OwnCourses({ courses }: { courses: readonly OwnCourse[] }) {
  if (courses.length === 0) {
    return (
      <Empty title="还没有课程" hint="课程写好后会排在这里" action={{ href: "/daily", label: "先看党史天天谈" }} />
    );
  }
  return courses.map((course) => <Course key={course.slug} course={course} />);
}

function Course({ course: { slug, title, doneCount, lessons, next } }: { course: OwnCourse }) {
  const isUnderWay = doneCount > 0 && next !== null;
  return (
    <section className="group" id={slug} aria-labelledby={`${slug}-title`}>
      <header>
        <h2 id={`${slug}-title`}>{title}</h2>
        <span className="meta">
          {doneCount === lessons.length ? `${doneCount}课都学过了` : `学过${doneCount}课，共${lessons.length}课`}
        </span>
      </header>
      <div className="days own-course" aria-hidden="true">
        {lessons.map(({ href, isDone }) => (
          <i key={href} className={isDone ? "past" : undefined} />
        ))}
      </div>
      {next ? (
        <a className="btn wide" href={next.href}>
          {doneCount === 0 ? "从" : "接着学"}第{next.number}课{doneCount === 0 ? "学起" : ""}：{next.title}
        </a>
      ) : null}
      <details className="mt-2" open={isUnderWay}>
        <summary className="link quiet small">这门课的{lessons.length}课</summary>
        <div className="card mt-2">
          {lessons.map((lesson) => (
            <a key={lesson.href} className="row" href={lesson.href}>
              <div className="grow">
                <h3>{lesson.title}</h3>
                <span className="meta">第{lesson.number}课</span>
              </div>
              {lesson.isDone ? <State tone="ok">学过了</State> : null}
              <Icon name="next" small />
            </a>
          ))}
        </div>
      </details>
    </section>
  );
}
