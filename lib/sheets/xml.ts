import { setImmediate } from "node:timers/promises";
import { SaxesParser } from "saxes";
import { brokenFile } from "./refusals";

/** Large enough to be quick, small enough that other requests are answered between two of them. */
const CHUNK_BYTES = 64 * 1024;

export interface XmlHandlers {
  /** Names without their prefix: WPS and some generators write `x:row`. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
  /** Asked between two chunks: true ends the reading early. */
  readonly done?: () => boolean;
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function parserFor(handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  parser.on("opentag", (tag) => handlers.open(local(tag.name), tag.attributes));
  parser.on("closetag", (tag) => handlers.close(local(tag.name)));
  parser.on("text", handlers.text);
  parser.on("cdata", handlers.text);
  // Office files have no document type: with one come entities that name files or multiply.
  parser.on("doctype", () => {
    throw brokenFile();
  });
  parser.on("error", (cause) => {
    throw brokenFile(cause);
  });
  return parser;
}

/** Reads one part in slices and lets others run between them. Throws an AppError for what is not well-formed. */
export async function readXml(bytes: Uint8Array, handlers: XmlHandlers): Promise<void> {
  const parser = parserFor(handlers);
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    if (start > 0) await setImmediate();
    const last = start + CHUNK_BYTES >= bytes.length;
    parser.write(decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: !last }));
    if (handlers.done?.() === true) return;
  }
  parser.close();
}
