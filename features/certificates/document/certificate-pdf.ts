import { businessDateOf } from "@/domain/calendar/shanghai";
import { plainTitle, type CertificateFacts } from "@/domain/certificates/form";
import { chineseDate } from "@/domain/certificates/numerals";
import { headingOf, proseOf } from "@/domain/certificates/words";
import { INK, INK_2 } from "@/lib/pdf/inks";
import { drawQr, landscapePdf, type Sheet } from "@/lib/pdf/sheet";
import { drawFrame, drawKnot, drawLamp, GOLD_INK } from "./ornaments";

export type CertificateSheet = CertificateFacts & {
  readonly name: string;
  /** Of the public page, as the QR code tells it. */
  readonly address: string;
  /** Below the number: of a zone of invented data. */
  readonly isDemo: boolean;
};

/** A4 landscape is 842 points wide; the sheet is laid out in the units of its drawing. */
const SCALE = 0.75;
const WIDTH = 1123;
const LEFT = 159;
const INNER = WIDTH - 2 * LEFT;
const BRAND = "指尖课堂";

/** Where things stand, for who looks at the pixels. */
export const NAME_BOX = { x: LEFT, y: 305, width: INNER, height: 50 } as const;
export const QR_BOX = { x: LEFT, y: 606, width: 104, height: 104 } as const;
const PROSE = { y: 372, height: 208, size: 27, smallest: 18 } as const;
const NAME_SIZE = 31;
const HEADING = { size: 62, spacing: 18.6, y: 152 } as const;

/** The certificate as PDF, one A4 page in landscape. The same facts give the same drawing. */
export async function certificatePdf(given: CertificateSheet): Promise<Uint8Array> {
  return landscapePdf({ title: `${headingOf(given)} ${given.id}`, createdAt: given.issuedAt }, (sheet) => {
    sheet.scale(SCALE);
    drawFrame(sheet);
    drawHead(sheet, headingOf(given));
    drawName(sheet, given.name);
    drawProse(sheet, proseOf(given));
    drawCheck(sheet, given);
    drawSign(sheet, chineseDate(businessDateOf(given.issuedAt)));
  });
}

function drawHead(sheet: Sheet, heading: string): void {
  sheet.font("regular").fontSize(19);
  const brand = sheet.widthOfString(BRAND, { characterSpacing: 2.3 });
  const start = (WIDTH - brand - 44) / 2;
  drawLamp(sheet, start, 94);
  sheet.fillColor(INK).text(BRAND, start + 44, 98, { characterSpacing: 2.3, lineBreak: false });
  sheet.font("bold").fontSize(HEADING.size);
  const width = sheet.widthOfString(heading, { characterSpacing: HEADING.spacing });
  const place = { characterSpacing: HEADING.spacing, lineBreak: false };
  sheet.fillColor(GOLD_INK).text(heading, (WIDTH - width) / 2, HEADING.y, place);
  drawKnot(sheet, 244);
}

/** On one line, however long the name is. */
function drawName(sheet: Sheet, given: string): void {
  const name = `${plainTitle(given)}同志`;
  sheet.font("bold").fontSize(NAME_SIZE);
  const fits = (INNER - NAME_SIZE) / sheet.widthOfString(name);
  const size = NAME_SIZE * Math.min(1, fits);
  sheet.fontSize(size).fillColor(INK).text(name, LEFT, NAME_BOX.y, { lineBreak: false });
  const after = LEFT + sheet.widthOfString(name);
  sheet.font("regular").fontSize(size).text("：", after, NAME_BOX.y, { lineBreak: false });
}

/** As large as it fits between the name and the footer. */
function drawProse(sheet: Sheet, prose: string): void {
  sheet.font("regular").fillColor(INK);
  let size: number = PROSE.size;
  const options = () => ({ width: INNER, indent: 2 * size, lineGap: 0.65 * size });
  sheet.fontSize(size);
  while (size > PROSE.smallest && sheet.heightOfString(prose, options()) > PROSE.height) {
    size -= 1;
    sheet.fontSize(size);
  }
  // A height of its own keeps the text on this page, whatever the page thinks of its own end.
  sheet.text(prose, LEFT, PROSE.y, { ...options(), height: PROSE.height });
}

function drawCheck(sheet: Sheet, { id, address, isDemo }: CertificateSheet): void {
  drawQr(sheet, address, QR_BOX);
  const lines = [`证书编号　${id}`, "扫码可核验，内容以核验页为准", ...(isDemo ? ["演示数据，不作凭证"] : [])];
  sheet.font("regular").fontSize(14).fillColor(INK_2);
  for (const [index, line] of lines.reverse().entries()) {
    sheet.text(line, LEFT + QR_BOX.width + 14, 680 - 23 * index, { lineBreak: false });
  }
}

/** At the right: who gives it, and the day. */
function drawSign(sheet: Sheet, date: string): void {
  sheet.font("regular").fontSize(21).fillColor(INK);
  for (const [line, y] of [
    [BRAND, 630],
    [date, 670],
  ] as const) {
    sheet.text(line, LEFT + INNER - sheet.widthOfString(line), y, { lineBreak: false });
  }
}
