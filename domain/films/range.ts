/**
 * Which bytes of a file a request asks for (RFC 9110, section 14). A header that is no range of bytes, or asks for several
 * at once, counts as none, as the standard allows: the whole file is sent then.
 *
 * Example, of a file of 1000 bytes: `bytes=0-99` are the first hundred, `bytes=900-` and `bytes=-100` the last hundred,
 * `bytes=1000-` cannot be satisfied.
 */
export type Range = { start: number; end: number };
export type WantedRange = { kind: "whole" } | { kind: "part"; range: Range } | { kind: "unsatisfiable" };

const SINGLE = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i;

export function rangeOf(header: string | null, size: number): WantedRange {
  const [, first = "", last = ""] = SINGLE.exec(header?.trim() ?? "") ?? [];
  if (first !== "") return bytesFrom(Number(first), last === "" ? Infinity : Number(last), size);
  return last === "" ? { kind: "whole" } : lastBytes(Math.min(Number(last), size), size);
}

/** An end before its beginning is no range at all. */
function bytesFrom(start: number, last: number, size: number): WantedRange {
  if (last < start) return { kind: "whole" };
  if (start >= size) return { kind: "unsatisfiable" };
  return { kind: "part", range: { start, end: Math.min(last, size - 1) } };
}

const lastBytes = (length: number, size: number): WantedRange =>
  length === 0 ? { kind: "unsatisfiable" } : { kind: "part", range: { start: size - length, end: size - 1 } };

/** How a file is answered, before a byte of it is read. */
export type FileAnswer =
  | { status: 200; headers: Record<string, string>; range: Range | null }
  | { status: 206; headers: Record<string, string>; range: Range }
  | { status: 304 | 416; headers: Record<string, string>; range: null };

type Asked = { range: string | null; ifRange: string | null; ifNoneMatch: string | null };

/** A weak tag counts for `If-None-Match` and never for `If-Range`, which joins bytes of two answers. */
const names = (list: string, etag: string) =>
  list.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);

/**
 * `etag` is strong and changes with the bytes. A part of an older file is never sent: with an `If-Range` that does not name
 * these very bytes the whole file is.
 */
export function answerFor({ size, etag }: { size: number; etag: string }, asked: Asked): FileAnswer {
  const headers = { "accept-ranges": "bytes", etag };
  if (asked.ifNoneMatch !== null && names(asked.ifNoneMatch, etag)) return { status: 304, headers, range: null };
  const isSame = asked.ifRange === null || asked.ifRange.trim() === etag;
  const wanted: WantedRange = isSame ? rangeOf(asked.range, size) : { kind: "whole" };
  switch (wanted.kind) {
    case "unsatisfiable":
      return { status: 416, headers: { ...headers, "content-range": `bytes */${size}` }, range: null };
    case "part": {
      const { start, end } = wanted.range;
      const part = { "content-range": `bytes ${start}-${end}/${size}`, "content-length": String(end - start + 1) };
      return { status: 206, headers: { ...headers, ...part }, range: wanted.range };
    }
    case "whole": {
      const range = size === 0 ? null : { start: 0, end: size - 1 };
      return { status: 200, headers: { ...headers, "content-length": String(size) }, range };
    }
  }
}
