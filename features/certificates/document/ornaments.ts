import { RED_INK } from "@/lib/pdf/inks";
import type { Sheet } from "@/lib/pdf/sheet";

/** Drawings of the sheet in its own units, 1123 by 794. No emblem: a gold frame, a line of hills, the lamp of the product. */

const GOLD_LINE = "#c5a25d";
export const GOLD_INK = "#80580f";
const GROUND = "#fffdf8";

type Stroke = { readonly path: string; readonly opacity: number };

const CORNERS = [
  [48, 48, 1, 1],
  [1075, 48, -1, 1],
  [48, 746, 1, -1],
  [1075, 746, -1, -1],
] as const;

const FRAME: readonly Stroke[] = [
  { path: "M102 48H1021M102 746H1021M48 102V692M1075 102V692", opacity: 1 },
  { path: "M94 56H1029M94 738H1029M56 94V700M1067 94V700", opacity: 0.6 },
  {
    path: "M57 578l70-38 46 20 78-62 64 46 44-22 84 58 62-40 72 48 80-74 70 56 58-34 76 58 52-26 153 60",
    opacity: 0.28,
  },
  { path: "M57 610l96-40 60 22 92-50 76 44 66-26 96 46 84-48 78 40 72-30 98 42 90-34 101 38", opacity: 0.2 },
];

const CORNER: readonly Stroke[] = [
  { path: "M0 54V12a12 12 0 0 0 12-12H54", opacity: 1 },
  { path: "M8 46V18.5A18 18 0 0 0 18.5 8H46", opacity: 0.6 },
];

const KNOT = "M2 7h82M136 7h82M94 7c5-5 10-5 16 0 6-5 11-5 16 0-5 5-10 5-16 0-6 5-11 5-16 0z";
const LAMP = ["M5.5 13.9V9.5a6.5 6.5 0 0 1 13 0v4.4", "M2.5 18.3c3.7-1 7-.5 9.5 1.7 2.5-2.2 5.8-2.7 9.5-1.7"];
const FLAME = "M12.7 6.1c-.2 2.1 2.2 3.2 2.2 5.7a2.9 2.9 0 0 1-5.8 0c0-1.4.6-2.2 1.5-3.1.9-.8 1.6-1.5 2.1-2.6z";

/** The ground, the frame with its corners, and the hills. */
export function drawFrame(sheet: Sheet): void {
  sheet.rect(0, 0, 1123, 794).fill(GROUND);
  sheet.lineWidth(1.25);
  for (const stroke of FRAME) drawStroke(sheet, stroke);
  for (const [x, y, across, down] of CORNERS) {
    sheet.save().transform(across, 0, 0, down, x, y);
    for (const stroke of CORNER) drawStroke(sheet, stroke);
    sheet.circle(22, 22, 2).stroke(GOLD_LINE).restore();
  }
}

function drawStroke(sheet: Sheet, { path, opacity }: Stroke): void {
  sheet.path(path).strokeOpacity(opacity).stroke(GOLD_LINE).strokeOpacity(1);
}

/** Below the heading, around the middle of the sheet. */
export function drawKnot(sheet: Sheet, y: number): void {
  sheet.save().translate(451.5, y).lineWidth(1.25).lineCap("round").path(KNOT).stroke(GOLD_LINE).restore();
}

/** The lamp, 34 units wide. */
export function drawLamp(sheet: Sheet, x: number, y: number): void {
  sheet
    .save()
    .translate(x, y)
    .scale(34 / 24)
    .lineWidth(2)
    .lineCap("round")
    .lineJoin("round");
  for (const path of LAMP) sheet.path(path).stroke(RED_INK);
  sheet.path(FLAME).fill(RED_INK).restore();
}
