import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PhonePage } from "@/components/layout/phone-page";
import { FilmArticle } from "@/features/films/components/film-article";
import { loadFilm } from "@/features/films/loaders";
import { TakenDown } from "@/features/takedowns/components/taken-down";
import { shareMetadata } from "@/lib/share-metadata";

type Props = { params: Promise<{ slug: string }> };

/** A unit's own films come and go while the server runs. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const page = await loadFilm(slug);
  const path = `/films/${slug}`;
  if (page?.state !== "shown")
    return { ...shareMetadata({ title: "影片", description: "红色影片", path }), robots: { index: false } };
  return shareMetadata({ title: page.film.title, description: page.film.summary, path });
}

/** One film. */
export default async function FilmPage({ params }: Props) {
  const { slug } = await params;
  const page = await loadFilm(slug);
  if (page === null) notFound();
  return (
    <PhonePage tab="learn" title="红色影片" back={{ href: "/films", label: "回到影片" }}>
      {page.state === "shown" ? (
        <FilmArticle {...page} />
      ) : (
        <TakenDown what="部影片" back={{ href: "/films", label: "看别的影片" }} />
      )}
    </PhonePage>
  );
}
