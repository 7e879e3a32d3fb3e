import type { SheetFormat } from "./types";

type Format = SheetFormat | "pdf";

const TYPES: Readonly<Record<Format, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  pdf: "application/pdf",
};

const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}"\\/:*?<>|]/gu;
/** encodeURIComponent leaves these, RFC 5987 does not allow them. */
const NOT_IN_RFC_5987 = /['()*]/gu;

const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * Headers of a download whose name may be Chinese (RFC 5987), with a plain name for old browsers. `name` is without
 * its ending. Private data: no cache keeps it.
 */
export function downloadHeaders(name: string, format: Format): Readonly<Record<string, string>> {
  const safe = name.replace(UNSAFE, "_").trim() || "download";
  const plain = safe.replace(/[^\x20-\x7e]+/gu, "_");
  const encoded = encodeURIComponent(safe).replace(NOT_IN_RFC_5987, percent);
  return {
    "content-type": TYPES[format],
    "content-disposition": `attachment; filename="${plain}.${format}"; filename*=UTF-8''${encoded}.${format}`,
    "cache-control": "private, no-store",
  };
}
