import QRCode from "qrcode";

/** Light modules around the symbol, as the standard asks for. */
const QUIET = 4;

/** A QR code of level M: its edge in modules with the quiet ones around it, and the dark ones as path data. */
export function qrPath(text: string): { edge: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const rows = Array.from({ length: modules.size }, (_, y) => rowPath(modules, y));
  return { edge: modules.size + 2 * QUIET, path: rows.join("") };
}

/**
 * The same as SVG, black on white whatever stands around it. At 36 mm edge length the symbol itself measures at least
 * 28 mm from version 3 (29 modules) on, which the address of every invitation has.
 */
export function qrSvg(text: string): string {
  const { edge, path } = qrPath(text);
  return [
    `<svg class="qr" viewBox="0 0 ${edge} ${edge}" role="img" aria-label="二维码" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${edge}v${edge}H0z"/><path d="${path}"/></svg>`,
  ].join("");
}

/** The dark runs of one row as rectangles. */
function rowPath(modules: QRCode.BitMatrix, y: number): string {
  let path = "";
  for (let x = 0; x < modules.size; x += 1) {
    let run = 0;
    while (x + run < modules.size && modules.get(y, x + run)) run += 1;
    if (run > 0) path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
    x += run;
  }
  return path;
}
