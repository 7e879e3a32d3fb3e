import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { StoryArticle } from "@/features/stories/components/story-article";
import { loadPreview } from "@/features/stories/loaders/load-own";

export const metadata: Metadata = { title: "读者看到的样子" };

type Props = { params: Promise<{ id: string }> };

export default async function PreviewPage({ params }: Props) {
  const { story, faults, back } = await loadPreview((await params).id);
  return (
    <PhonePage tab="me" title="读者看到的样子" back={{ href: back, label: "回去接着写" }}>
      <p className="panel mt-3">
        {faults.length === 0
          ? "存下的草稿就是这个样子，还没有发布。"
          : `存下的草稿就是这个样子，送审以前还有${faults.length}处要改。`}
      </p>
      <article className="reading">
        <StoryArticle story={story} />
      </article>
      <p className="mt-4">
        <a className="btn wide" href={back}>
          回去接着写
        </a>
      </p>
    </PhonePage>
  );
}
