import { describe, expect, it } from "vitest";
import { COVER_BOX, leafletPdf, QR_BOX } from "@/features/leaflets/document";
import { leafletView, notesOnPaper } from "@/features/leaflets/view";
import { getLibraryLeaflets } from "@/features/library/queries";
import { drawPdf, openPdf } from "@/tests/support/pdf-pixels";

/** Leaflets as they come out of a printer. */
const PUBLIC_URL = "https://a-rather-long-name-of-a-host.study.example.org";
const leaflets = getLibraryLeaflets().map((leaflet) => leafletView(leaflet, PUBLIC_URL));
const inkOf = (drawn: string) => drawn.replaceAll("0", "").length;

/** The text of a page without the breaks of its lines. */
async function textOf(bytes: Uint8Array, number: number): Promise<string> {
  const { items } = await (await (await openPdf(bytes)).getPage(number)).getTextContent();
  return items
    .map((item) => ("str" in item ? item.str : ""))
    .join("")
    .replace(/\s/g, "");
}
const bare = (text: string) => text.replace(/\s/g, "");

describe.each(leaflets.map((leaflet) => [leaflet.id, leaflet] as const))("%s on paper", (_id, leaflet) => {
  it("is two sides of one sheet that nothing falls off", async () => {
    const bytes = await leafletPdf(leaflet);
    expect((await openPdf(bytes)).numPages).toBe(2);
    const [outside, inside] = [await textOf(bytes, 1), await textOf(bytes, 2)];
    for (const [index, card] of leaflet.cards.entries()) {
      const side = index < 6 ? inside : outside;
      expect(side).toContain(bare(card.front));
      expect(side).toContain(bare(card.back + notesOnPaper(card)));
    }
    expect(outside).toContain(bare(leaflet.summary));
    for (const [index, { title, publisher }] of leaflet.sources.entries()) {
      expect(outside).toContain(bare(`〔${index + 1}〕${title}，${publisher}`));
    }
  });
});

describe("the sheet of a leaflet", () => {
  const [leaflet] = leaflets;
  if (!leaflet) throw new Error("The library has no leaflet.");

  it("has a code that a camera reads: the address of the page", async () => {
    const page = await drawPdf(await leafletPdf(leaflet));
    expect(page.readCode(QR_BOX)).toBe(leaflet.address);
    expect(page.readCode(COVER_BOX)).toBeNull();
  });

  it("has ink on the cover and in every panel inside", async () => {
    const bytes = await leafletPdf(leaflet);
    expect(inkOf((await drawPdf(bytes)).ink(COVER_BOX))).toBeGreaterThan(1_000);
    const inside = await drawPdf(bytes, 2);
    for (const panel of [0, 1, 2])
      for (const half of [0, 1])
        expect(inkOf(inside.ink({ x: panel * 283, y: half * 297, width: 275, height: 290 }))).toBeGreaterThan(1_000);
  });

  it("leaves the folds and the margins of printers white", async () => {
    const inside = await drawPdf(await leafletPdf(leaflet), 2);
    for (const x of [0, 275, 559, 826]) expect(inkOf(inside.ink({ x, y: 20, width: 14, height: 555 }))).toBe(0);
  });

  it("is the same, byte for byte, for as long as its text is", async () => {
    expect(Buffer.from(await leafletPdf(leaflet)).equals(Buffer.from(await leafletPdf(leaflet)))).toBe(true);
  });
});
