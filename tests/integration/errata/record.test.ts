import { beforeAll, expect, it } from "vitest";
import { loadErrata } from "@/features/errata/loaders";
import { correctionLines } from "@/features/errata/view";
import { listErrata } from "@/features/errata/queries";
import { db } from "@/lib/db";
import { newId } from "@/lib/randomness";
import { describeOnBothEngines } from "../../support/database";

const NOW = new Date("2026-11-23T04:00:00Z");

describeOnBothEngines("the record of corrections", () => {
  beforeAll(async () => {
    const said = { wrong: "示例旧的字句", correct: "示例新的字句", correctedOn: "2026-11-20", version: "1" };
    const about = { targetKind: "entry", targetId: "daily/11-23", contentId: "daily/11-23" };
    await db().erratum.createMany({
      // Three at each instant: those of one instant stand in the order of their ids.
      data: Array.from({ length: 65 }, (_, index) => ({
        ...{ id: newId(NOW), key: newId(NOW), ...about, ...said, publishedById: "c1" },
        publishedAt: new Date(NOW.getTime() + Math.floor(index / 3) * 60_000),
      })),
    });
  });

  it("opens the page that holds what a notice or a corrected page names", async () => {
    for (const page of [1, 2, 3]) {
      const rows = await listErrata(page);
      for (const row of [rows[0], rows.at(-1)]) {
        const [line] = row ? correctionLines([row]) : [];
        const { searchParams, hash } = new URL(line?.href ?? "", "https://zone.example");
        const { months, ...where } = await loadErrata(Promise.resolve(Object.fromEntries(searchParams)));
        expect(where).toEqual({ page, pages: 3 });
        expect(months.flatMap(({ items }) => items).map(({ id }) => `#erratum-${id}`)).toContain(hash);
      }
    }
    expect((await loadErrata(Promise.resolve({ on: "nothing", page: "2" }))).page).toBe(2);
  });
});
