import QRCode from "qrcode";
import { describe, expect, it } from "vitest";
import { qrSvg } from "./qr-code";

const ADDRESS = "https://study.example.org/invite/ABCD-EFGH-2345-6789";

/** The modules that the path of a drawn code makes dark, by column and row. */
function drawn(svg: string): Set<string> {
  const dark = new Set<string>();
  for (const [, x = "", y = "", run = ""] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(run); step += 1) dark.add(`${Number(x) + step} ${y}`);
  return dark;
}

describe("a drawn code", () => {
  it("is dark exactly where the symbol is, four modules in from each edge", () => {
    const { modules } = QRCode.create(ADDRESS, { errorCorrectionLevel: "M" });
    const svg = qrSvg(ADDRESS);
    expect(svg).toContain(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`);
    const dark = drawn(svg);
    for (let y = 0; y < modules.size; y += 1)
      for (let x = 0; x < modules.size; x += 1) {
        expect([x, y, dark.has(`${x + 4} ${y + 4}`)]).toEqual([x, y, modules.get(y, x) === 1]);
      }
  });

  it("of an invitation prints at 28 mm and more when its edge is 36 mm", () => {
    for (const address of ["http://a.cn/invite/ABCD-EFGH-2345-6789", ADDRESS]) {
      const edge = Number(/viewBox="0 0 (\d+)/.exec(qrSvg(address))?.[1]);
      expect((36 * (edge - 8)) / edge).toBeGreaterThanOrEqual(28);
    }
  });
});
