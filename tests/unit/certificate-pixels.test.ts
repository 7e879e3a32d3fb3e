import { beforeAll, describe, expect, it } from "vitest";
import {
  certificatePdf,
  NAME_BOX,
  QR_BOX,
  type CertificateSheet,
} from "@/features/certificates/document/certificate-pdf";
import { NAUGHTY, packed } from "@/tests/support/naughty-strings";
import { drawPdf, openPdf, type Box } from "@/tests/support/pdf-pixels";

/** Certificates as somebody sees them. Extracted text proves nothing: it is there when the glyphs are lost. */
const ADDRESS = "https://study.example.org/certificates/K7M2-9QXD-3FTR-B8WN";
const sheet = (over: Partial<CertificateSheet> = {}): CertificateSheet => ({
  ...{ id: "K7M2-9QXD-3FTR-B8WN", kind: "contest-place", sourceId: "c1", title: "示例知识竞赛", place: 3 },
  ...{ issuedAt: new Date("2026-08-03T04:00:00Z"), name: "示例", address: ADDRESS, isDemo: false },
  ...over,
});
const draw = async (over: Partial<CertificateSheet> = {}) => drawPdf(await certificatePdf(sheet(over)));

/** The drawing has 1123 units to 842 points; a sign of a name is 31 units wide. */
const points = ({ x, y, width, height }: Box): Box => ({
  x: x * 0.75,
  y: y * 0.75,
  width: width * 0.75,
  height: height * 0.75,
});
const SIGN = 31;
const signBox = (at: number) => points({ ...NAME_BOX, x: NAME_BOX.x + at * SIGN, width: SIGN });
const inkOf = (drawn: string) => drawn.replaceAll("0", "").length;
/** Enough for the simplest character; a speck is not. */
const SOME_INK = 100;
/** Assigned to nobody: every font draws its box for it. */
const UNKNOWN = "\u{10fffd}";

const RARE = [..."镕喆㛃頔"];

describe("the name on a certificate", () => {
  const drawn = new Map<string, string>();

  beforeAll(async () => {
    for (const sign of [...RARE, "示", UNKNOWN]) drawn.set(sign, (await draw({ name: `${sign}例` })).ink(signBox(0)));
  });

  it("stands where it is looked for, and nothing stands right of it", async () => {
    const page = await draw();
    for (const at of [0, 1, 2, 3]) expect(inkOf(page.ink(signBox(at)))).toBeGreaterThan(SOME_INK);
    expect(inkOf(page.ink(signBox(6)))).toBe(0);
  });

  it.each(RARE)("draws %s, not an empty place and not the box of a missing sign", (sign) => {
    const ink = drawn.get(sign) ?? "";
    expect(inkOf(ink)).toBeGreaterThan(SOME_INK);
    expect(ink).not.toBe(drawn.get(UNKNOWN));
  });

  it("draws different signs differently, and the same sign alike at every place", async () => {
    expect(new Set(drawn.values()).size).toBe(RARE.length + 2);
    const page = await draw({ name: RARE.join("") });
    const counts = RARE.map((_, at) => inkOf(page.ink(signBox(at))));
    for (const [at, sign] of RARE.entries()) {
      const alone = inkOf(drawn.get(sign) ?? "");
      expect(Math.abs((counts[at] ?? 0) - alone) / alone).toBeLessThan(0.05);
    }
  });

  it("of sixty signs stays on its line and within the frame", async () => {
    const page = await draw({ name: "镕".repeat(60) });
    const beyond = points({ x: 159 + 805, y: 290, width: 90, height: 90 });
    expect(inkOf(page.ink(beyond))).toBe(0);
    const end = points({ x: 159 + 700, y: NAME_BOX.y, width: 60, height: NAME_BOX.height });
    expect(inkOf(page.ink(end))).toBeGreaterThan(SOME_INK);
  });
});

describe("the rest of a certificate", () => {
  it("has heading, prose, issuer and day: each sign of the first line has ink", async () => {
    const page = await draw();
    const prose = [..."您在知识竞赛“示例知识竞赛”中成绩优良"];
    for (const [at] of prose.entries()) {
      const box = points({ x: 159 + (at + 2) * 27, y: 372, width: 27, height: 50 });
      expect([prose[at], inkOf(page.ink(box)) > 20]).toEqual([prose[at], true]);
    }
    for (const box of [
      { x: 400, y: 150, width: 320, height: 90 },
      { x: 780, y: 625, width: 190, height: 40 },
      { x: 780, y: 665, width: 190, height: 40 },
    ]) {
      expect(inkOf(page.ink(points(box)))).toBeGreaterThan(SOME_INK);
    }
  });

  it("says another place with other signs", async () => {
    const line = points({ x: 159, y: 372, width: 805, height: 130 });
    const pages = [
      await draw({ place: 3 }),
      await draw({ place: 2 }),
      await draw({ kind: "contest-part", place: null }),
    ];
    expect(new Set(pages.map((page) => page.ink(line))).size).toBe(3);
  });

  it("has a code that a camera reads: the address of the public page", async () => {
    const long = `https://a-rather-long-name-of-a-host.study.example.org/under/a/path/certificates/${sheet().id}`;
    for (const address of [ADDRESS, long]) {
      expect((await draw({ address })).readCode(points(QR_BOX))).toBe(address);
    }
    expect((await draw()).readCode(points(NAME_BOX))).toBeNull();
  });

  it("of invented data says so", async () => {
    const below = points({ x: 277, y: 615, width: 300, height: 100 });
    expect((await draw({ isDemo: true })).ink(below)).not.toBe((await draw()).ink(below));
  });
});

describe("odd texts", () => {
  it("are drawn on one page, as name and as title, with a code that can be read", async () => {
    for (const text of packed(NAUGHTY, 1_500)) {
      const bytes = await certificatePdf(sheet({ name: text, title: text }));
      expect([(await openPdf(bytes)).numPages, text]).toEqual([1, text]);
    }
    const page = await draw({ name: "‮示例👩‍👩‍👧‍👦\u0000", title: NAUGHTY.join("").slice(0, 2_000) });
    expect(page.readCode(points(QR_BOX))).toBe(ADDRESS);
  });

  it.each(["", " ", "\u0000", UNKNOWN])("%j as a name leaves a sheet that can be checked", async (name) => {
    expect((await draw({ name })).readCode(points(QR_BOX))).toBe(ADDRESS);
  });
});
