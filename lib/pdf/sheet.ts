import PDFDocument from "pdfkit";
import { qrPath } from "@/lib/qr-code";
import { fonts } from "./fonts";

export type Sheet = PDFKit.PDFDocument;
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const BRAND = "指尖课堂";

/** A document of A4 pages in landscape, as bytes. The same title, day and drawing give the same pages. */
export async function landscapePdf(
  { title, createdAt }: { title: string; createdAt: Date },
  draw: (sheet: Sheet) => void,
): Promise<Uint8Array> {
  const sheet = new PDFDocument({
    ...{ size: "A4", layout: "landscape", margin: 0, lang: "zh-CN", displayTitle: true },
    info: { Title: title, Creator: BRAND, Producer: BRAND, CreationDate: createdAt },
  });
  const chunks: Uint8Array[] = [];
  sheet.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => sheet.on("end", resolve).on("error", reject));
  const { regular, bold } = fonts();
  sheet.registerFont("regular", regular).registerFont("bold", bold);
  draw(sheet);
  sheet.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A QR code with its light margin, black on white whatever stands around it. `box` is a square. */
export function drawQr(sheet: Sheet, address: string, { x, y, width }: Omit<Box, "height">): void {
  const { edge, path } = qrPath(address);
  sheet.rect(x, y, width, width).fill("#ffffff");
  sheet
    .save()
    .translate(x, y)
    .scale(width / edge);
  sheet.path(path).fill("#000000").restore();
}
