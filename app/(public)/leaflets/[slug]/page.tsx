import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PhonePage } from "@/components/layout/phone-page";
import { KeepPage } from "@/features/leaflets/components/keep-page";
import { LeafletArticle } from "@/features/leaflets/components/leaflet-article";
import { loadLeaflet, loadLeafletNames } from "@/features/leaflets/loaders";
import { TakenDown } from "@/features/takedowns/components/taken-down";
import { shareMetadata } from "@/lib/share-metadata";

type Props = { params: Promise<{ slug: string }> };

export const dynamicParams = false;

export function generateStaticParams(): { slug: string }[] {
  return loadLeafletNames();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const page = await loadLeaflet(slug);
  const path = `/leaflets/${slug}`;
  if (page?.state !== "shown")
    return { ...shareMetadata({ title: "折页", description: "应知应会折页", path }), robots: { index: false } };
  return shareMetadata({ title: `应知应会：${page.leaflet.title}`, description: page.leaflet.summary, path });
}

/** One leaflet. */
export default async function LeafletPage({ params }: Props) {
  const { slug } = await params;
  const page = await loadLeaflet(slug);
  if (page === null) notFound();
  return (
    <PhonePage tab="learn" title="应知应会" back={{ href: "/leaflets", label: "回到折页" }}>
      {page.state === "shown" ? (
        <LeafletArticle {...page} />
      ) : (
        <TakenDown what="张折页" back={{ href: "/leaflets", label: "看别的折页" }} />
      )}
      <KeepPage />
    </PhonePage>
  );
}
