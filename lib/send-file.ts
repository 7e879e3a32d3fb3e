import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { answerFor } from "@/domain/films/range";

/** People come back to a place in a film; what was taken down is gone within half a minute. */
const CACHE = "public, max-age=30, must-revalidate";

/**
 * A file of this machine, or the part of it that was asked for, as a stream: no film is ever held in memory. The file is
 * opened once, so that size, tag and bytes are of one and the same file even when another one takes its name meanwhile.
 */
export async function sendFile(request: Request, path: string, type: string): Promise<Response> {
  const file = await open(path, "r");
  let isSending = false;
  try {
    const { size, mtimeMs } = await file.stat();
    const { headers } = request;
    const {
      status,
      headers: own,
      range,
    } = answerFor(
      { size, etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"` },
      { range: headers.get("range"), ifRange: headers.get("if-range"), ifNoneMatch: headers.get("if-none-match") },
    );
    const { "content-length": length, ...rest } = own;
    // The framework drops the length of what is streamed; scripts/serve.mjs puts it back, and players know what is to come.
    const told = length === undefined ? {} : { "x-zj-length": length };
    const all = { ...rest, ...told, "content-type": type, "cache-control": CACHE };
    if (range === null || request.method === "HEAD") return new Response(null, { status, headers: all });
    const stream = file.createReadStream(range);
    isSending = true;
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { status, headers: all });
  } finally {
    if (!isSending) await file.close();
  }
}
