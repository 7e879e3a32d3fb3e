import { Body, ReadAloud } from "@/components/layout/reading";
import type { StoryView } from "../view";

/** One story as a reader sees it. */
export function StoryArticle({ story, isPart = false }: { story: StoryView; isPart?: boolean }) {
  const Title = isPart ? "h3" : "h1";
  return (
    <>
      <header className="head">
        <p className="meta">厂情厂史</p>
        <Title className={isPart ? "serif-title" : undefined}>{story.title}</Title>
        <p className="meta">{story.byline}</p>
        {isPart ? null : <ReadAloud />}
      </header>
      <div className="story">
        <Body html={story.html} />
      </div>
    </>
  );
}
