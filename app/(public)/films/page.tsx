import type { Metadata } from "next";
import { LibraryNotice } from "@/components/layout/reading";
import { Group, PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { FilmList } from "@/features/films/components/film-list";
import { loadFilms } from "@/features/films/loaders";
import { shareMetadata } from "@/lib/share-metadata";

/** A unit's own films come and go while the server runs. */
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return shareMetadata({
    title: "红色影片",
    description: "一两分钟到一顿饭工夫的影片，有字幕、有看点，班前会上、食堂里都能放。",
    path: "/films",
    kind: "website",
  });
}

/** 红色影片: the films of the library, then those of this unit. */
export default async function FilmsPage() {
  const films = await loadFilms();
  const own = films.filter(({ isOwn }) => isOwn);
  return (
    <PhonePage tab="learn" title="红色影片" back={{ href: "/lessons", label: "回到学习" }}>
      <h1 className="vh">红色影片</h1>
      <p className="second small mt-3 mb-3">点开先看片长和大小，按下播放才用流量。</p>
      <LibraryNotice />
      {films.length === 0 ? (
        <Empty title="还没有影片" hint="影片放好后会排在这里" action={{ href: "/lessons", label: "先看课程" }} />
      ) : null}
      {films.length > own.length ? <FilmList films={films.filter(({ isOwn }) => !isOwn)} /> : null}
      {own.length > 0 ? (
        <Group title="本单位的影片">
          <FilmList films={own} />
        </Group>
      ) : null}
    </PhonePage>
  );
}
