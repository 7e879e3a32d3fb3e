import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { listErrataOf } from "@/features/errata/queries";
import { correctionLines, type CorrectionLine } from "@/features/errata/view";
import { findLibraryLeaflet, getLibraryLeaflets } from "@/features/library/queries";
import { findTakenDown } from "@/features/takedowns/queries";
import { env } from "@/lib/env";
import { rememberedWhile } from "@/lib/remembered";
import { leafletPdf } from "./document";
import { leafletItem, leafletView, type LeafletItem, type LeafletView } from "./view";

/** The leaflets in their order, without those that are taken down. */
export async function loadLeaflets(): Promise<LeafletItem[]> {
  const { documents } = await findTakenDown();
  return getLibraryLeaflets()
    .filter(({ id }) => !documents.has(id))
    .map(leafletItem);
}

export type LeafletPage =
  { state: "shown"; leaflet: LeafletView; corrections: CorrectionLine[] } | { state: "taken-down" };

/** One leaflet; null when the files have none of that name. */
export const loadLeaflet = cache(async (slug: string): Promise<LeafletPage | null> => {
  const leaflet = findLibraryLeaflet(slug);
  if (leaflet === null) return null;
  const { documents } = await findTakenDown();
  if (documents.has(leaflet.id)) return { state: "taken-down" };
  const corrections = correctionLines(await listErrataOf(leaflet.id));
  return { state: "shown", leaflet: leafletView(leaflet, env().PUBLIC_URL), corrections };
});

/** Names of all leaflets, for building their pages. */
export function loadLeafletNames(): { slug: string }[] {
  return getLibraryLeaflets().map(({ slug }) => ({ slug }));
}

/** The sheet to print. Drawn once per process and text; none and one that is taken down are both 404. */
export async function loadLeafletFile(slug: string): Promise<{ name: string; bytes: Uint8Array }> {
  const page = await loadLeaflet(slug);
  if (page?.state !== "shown") notFound();
  const { leaflet } = page;
  const bytes = await rememberedWhile(`leaflet ${slug}`, JSON.stringify(leaflet), () => leafletPdf(leaflet));
  return { name: `应知应会折页-${leaflet.title}`, bytes };
}
