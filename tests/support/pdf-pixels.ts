import { createCanvas, type ImageData } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A part of a page in points from its upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const SCALE = 3;
const DARK = 128;

/** What a reader makes of the bytes. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
}

/** A page, the first unless told, as it is seen: pixels, not the text that a copy would give. */
export async function drawPdf(bytes: Uint8Array, number = 1) {
  const page = await (await openPdf(bytes)).getPage(number);
  const viewport = page.getViewport({ scale: SCALE });
  const canvas = createCanvas(viewport.width, viewport.height);
  const context = canvas.getContext("2d");
  // A canvas that draws on the server is one, though not by the name that the browser's types know.
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const cut = ({ x, y, width, height }: Box): ImageData =>
    context.getImageData(x * SCALE, y * SCALE, Math.round(width * SCALE), Math.round(height * SCALE));
  return {
    /** 1 for every dark pixel of the box. */
    ink: (box: Box): string => {
      const { data } = cut(box);
      let drawn = "";
      for (let at = 0; at < data.length; at += 4) drawn += (data[at + 1] ?? 0) < DARK ? "1" : "0";
      return drawn;
    },
    /** What a camera over the box reads from a QR code; null for none. */
    readCode: (box: Box): string | null => {
      const { data, width, height } = cut(box);
      return jsQR(data, width, height)?.data ?? null;
    },
  };
}
