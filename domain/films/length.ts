/**
 * How long a film runs, read from the few bytes in which MP4 and WebM say so. `read` gives at most `length` bytes from
 * `offset` on, so that nobody has to hold a film in memory.
 */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const nameAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
/** More boxes than any film has on one level; a damaged file is not read for ever. */
const BOXES = 1_000;

/** The content of the box of that name between two offsets; null when there is none. */
function findBox(read: ReadBytes, name: string, from: number, to: number): { from: number; to: number } | null {
  let at = from;
  for (let count = 0; count < BOXES && at + 8 <= to; count += 1) {
    const head = read(at, 16);
    if (head.length < 8) return null;
    const short = view(head).getUint32(0);
    if (short === 1 && head.length < 16) return null;
    const size = short === 0 ? to - at : short === 1 ? Number(view(head).getBigUint64(8)) : short;
    const begin = short === 1 ? 16 : 8;
    if (size < begin) return null;
    if (nameAt(head, 4) === name) return { from: at + begin, to: Math.min(at + size, to) };
    at += size;
  }
  return null;
}

/** Seconds of an MP4; null for a file that is none. */
export function mp4Seconds(read: ReadBytes, size: number): number | null {
  const movie = findBox(read, "moov", 0, size);
  const header = movie && findBox(read, "mvhd", movie.from, movie.to);
  if (!header) return null;
  const bytes = read(header.from, 32);
  if (bytes.length < 32) return null;
  const isLong = bytes[0] === 1;
  const scale = view(bytes).getUint32(isLong ? 20 : 12);
  const units = isLong ? Number(view(bytes).getBigUint64(24)) : view(bytes).getUint32(16);
  return scale === 0 ? null : units / scale;
}

/** A number of EBML: the leading zeros of the first byte say how many bytes it has. */
function ebmlNumber(bytes: Uint8Array, at: number, keepsMark: boolean): { value: number; next: number } | null {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > bytes.length) return null;
  let value = keepsMark ? first : first & (0xff >> length);
  for (let each = 1; each < length; each += 1) value = value * 256 + (bytes[at + each] ?? 0);
  return { value, next: at + length };
}

const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const SCALE = 0x2ad7b1;
const DURATION = 0x4489;
/** Where a segment tells about itself: before the pictures, near the beginning. */
const HEAD = 64 * 1024;

/** Seconds of a WebM; null for a file that is none, or does not say. */
export function webmSeconds(read: ReadBytes): number | null {
  const bytes = read(0, HEAD);
  if (bytes.length < 4 || view(bytes).getUint32(0) !== 0x1a45dfa3) return null;
  let scale = 1_000_000;
  let at = 0;
  while (at < bytes.length) {
    const id = ebmlNumber(bytes, at, true);
    const size = id && ebmlNumber(bytes, id.next, false);
    if (!size) return null;
    const isParent = id.value === SEGMENT || id.value === INFO;
    if (id.value === SCALE) scale = unsigned(bytes.subarray(size.next, size.next + size.value));
    if (id.value === DURATION) return (floating(bytes.subarray(size.next, size.next + size.value)) * scale) / 1e9;
    at = isParent ? size.next : size.next + size.value;
  }
  return null;
}

const unsigned = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
const floating = (bytes: Uint8Array) => (bytes.length === 4 ? view(bytes).getFloat32(0) : view(bytes).getFloat64(0));
