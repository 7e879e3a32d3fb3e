import { refused } from "./refusals";

const UNKNOWN = "认不出这个文本文件的编码，没有导入任何内容。请用Excel或WPS打开，另存为.xlsx后重新上传。";

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function marked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/**
 * UTF-8 with or without a mark, UTF-16 with a mark (Excel's "Unicode 文本"), else GB18030 with its four-byte
 * characters. Throws an AppError for bytes that are none of these, and for text with NUL characters.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = marked(bytes);
  const text = encoding === null ? (decodeAs("utf-8", bytes) ?? decodeAs("gb18030", bytes)) : decodeAs(encoding, bytes);
  if (text === null || text.includes("\0")) throw refused(UNKNOWN);
  return text;
}
