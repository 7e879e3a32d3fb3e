import { describe, expect, it } from "vitest";
import { parseFiles } from "@/features/library/content/parse-files";
import { sampleFiles } from "@/tests/content/sample";
import { foldOf, leafletView, notesOnPaper } from "./view";

const [leaflet] = parseFiles(sampleFiles()).library.leaflets;
if (!leaflet) throw new Error("The sample has no leaflet.");
const view = leafletView(leaflet, "https://study.example.org");

describe("a leaflet as it is shown", () => {
  it("has eight cards with front, back, anchor and numbered sources", () => {
    expect(view.cards).toHaveLength(8);
    expect(view.cards[0]).toEqual({
      front: "哪一天开幕",
      back: "1935年1月15日开幕，会址在贵州遵义。",
      anchor: "day",
      notes: [{ id: "s1", number: 1 }],
    });
  });

  it("names where its code leads, where its sheet is and where errors are reported", () => {
    const { address, pdf, report } = view;
    expect({ address, pdf, report }).toEqual({
      address: "https://study.example.org/leaflets/zunyi",
      pdf: "/leaflets/zunyi/pdf",
      report: "/report?on=leaflets/zunyi",
    });
  });

  it("names its sources by their numbers on paper", () => {
    expect(view.cards.slice(0, 1).map(notesOnPaper)).toEqual(["出处1"]);
  });

  it("has every card once on the folded sheet: two a panel inside, two on the flap", () => {
    const { inside, flap } = foldOf(view);
    expect([...inside.flat(), ...flap]).toEqual(view.cards);
    expect([...inside, flap].map((cards) => cards.length)).toEqual([2, 2, 2, 2]);
  });
});
