import type { CardView } from "@/features/library/view";
import { INK, INK_2, RED_INK } from "@/lib/pdf/inks";
import { drawQr, landscapePdf, type Box, type Sheet } from "@/lib/pdf/sheet";
import { foldOf, notesOnPaper, type LeafletView } from "./view";

/** Points of a millimetre; A4 in landscape is 297 by 210 of them. */
const MM = 72 / 25.4;
const HEIGHT = 210 * MM;
const FLAP = 97 * MM;
const PANEL = 100 * MM;
/** Printers leave five millimetres white; folds want air, too. */
const PAD = 10 * MM;
const QR_EDGE = 40 * MM;

/** Where things stand, for who looks at the pixels. */
export const QR_BOX: Box = { x: FLAP + PAD - 4 * MM, y: PAD, width: QR_EDGE, height: QR_EDGE };
export const COVER_BOX: Box = { x: FLAP + PANEL, y: 0, width: PANEL, height: HEIGHT };

const TEXT = { size: 15, gap: 0.5 } as const;
const FRONT = { size: 20, gap: 0.15 } as const;
const TITLE = { size: 36, smallest: 22 } as const;
const SMALL = 9;
/** Of the line between two cards. */
const LINE = "#8d867a";
const GAP = 5 * MM;
const SOURCES = { size: 8.5, smallest: 4.5, gap: 0.35 } as const;

/** The folded sheet as PDF: the outside, then the inside. Print on both sides, flipped on the short edge. */
export function leafletPdf(leaflet: LeafletView): Promise<Uint8Array> {
  const title = `应知应会：${leaflet.title}`;
  // A day of its own keeps the bytes the same for as long as the text is.
  return landscapePdf({ title, createdAt: new Date(0) }, (sheet) => {
    const { inside, flap } = foldOf(leaflet);
    drawFolds(sheet, [FLAP, FLAP + PANEL]);
    drawCards(sheet, flap, inner(0, FLAP), inside.flat().length);
    drawBack(sheet, leaflet, inner(FLAP, PANEL));
    drawCover(sheet, leaflet, inner(FLAP + PANEL, PANEL));
    sheet.addPage();
    drawFolds(sheet, [PANEL, 2 * PANEL]);
    for (const [index, cards] of inside.entries()) {
      const width = index === inside.length - 1 ? FLAP : PANEL;
      drawCards(sheet, cards, inner(index * PANEL, width), 2 * index);
    }
  });
}

const inner = (x: number, width: number): Box => ({
  x: x + PAD,
  y: PAD,
  width: width - 2 * PAD,
  height: HEIGHT - 2 * PAD,
});

/** Short marks at the edges, where to fold; nothing across the text. */
function drawFolds(sheet: Sheet, folds: readonly number[]): void {
  sheet.lineWidth(0.4).dash(2, { space: 2 });
  for (const x of folds) {
    for (const [from, to] of [
      [0, 6 * MM],
      [HEIGHT - 6 * MM, HEIGHT],
    ] as const)
      sheet.moveTo(x, from).lineTo(x, to).stroke(INK_2);
  }
  sheet.undash();
}

function drawCards(sheet: Sheet, cards: readonly CardView[], { x, y, width, height }: Box, before: number): void {
  const room = height / cards.length;
  for (const [index, card] of cards.entries()) {
    const top = y + index * room;
    if (index > 0) {
      sheet
        .lineWidth(0.5)
        .moveTo(x, top - GAP)
        .lineTo(x + width, top - GAP)
        .stroke(LINE);
    }
    const number = String(before + index + 1);
    sheet.font("regular").fontSize(SMALL).fillColor(INK_2).text(number, x, top, { lineBreak: false });
    sheet.font("bold").fontSize(FRONT.size).fillColor(RED_INK);
    sheet.text(card.front, x, top + 14, { width, lineGap: FRONT.gap * FRONT.size, height: room });
    sheet.font("regular").fontSize(TEXT.size).fillColor(INK);
    sheet.text(card.back, x, sheet.y + 6, { width, lineGap: TEXT.gap * TEXT.size, height: room });
    sheet
      .fontSize(SMALL)
      .fillColor(INK_2)
      .text(notesOnPaper(card), x, sheet.y + 4, { width });
  }
}

/** The QR code back to the page, and the sources as large as they fit below it. */
function drawBack(sheet: Sheet, { address, sources, checked }: LeafletView, { x, y, width, height }: Box): void {
  drawQr(sheet, address, QR_BOX);
  sheet.font("regular").fontSize(9).fillColor(INK_2);
  sheet.text("扫码在手机上翻卡片，每一处出处都能点开。", x, y + QR_EDGE + 6, { width, lineGap: 3 });
  sheet.text(address, { width, lineGap: 3 });
  sheet
    .font("bold")
    .fillColor(INK)
    .text(`出处（${checked}）`, x, sheet.y + 8, { width, lineGap: 3 });
  const top = sheet.y + 2;
  const list = sources.map(({ title, publisher }, index) => `〔${index + 1}〕${title}，${publisher}`).join("\n");
  const room = y + height - top;
  sheet.font("regular").fillColor(INK_2);
  let size: number = SOURCES.size;
  const options = () => ({ width, lineGap: SOURCES.gap * size });
  sheet.fontSize(size);
  while (size > SOURCES.smallest && sheet.heightOfString(list, options()) > room) {
    size -= 0.5;
    sheet.fontSize(size);
  }
  sheet.text(list, x, top, { ...options(), height: room });
}

function drawCover(sheet: Sheet, { title, summary }: LeafletView, { x, y, width, height }: Box): void {
  sheet
    .font("regular")
    .fontSize(11)
    .fillColor(INK_2)
    .text("应知应会", x, y + 40 * MM, { width });
  const size = Math.max(TITLE.smallest, Math.min(TITLE.size, width / [...title].length - 0.5));
  sheet.font("bold").fontSize(size).fillColor(RED_INK);
  sheet.text(title, x, sheet.y + 8, { width, lineGap: 6 });
  sheet
    .font("regular")
    .fontSize(13)
    .fillColor(INK)
    .text(summary, x, sheet.y + 12, { width, lineGap: 8 });
  sheet
    .fontSize(10)
    .fillColor(INK_2)
    .text("指尖课堂", x, y + height - 14, { width, lineBreak: false });
}
