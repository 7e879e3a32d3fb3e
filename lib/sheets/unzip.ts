import { crc32 } from "node:zlib";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { isAppError } from "../errors";
import type { SheetLimits } from "./limits";
import { brokenFile, refused, tooMuch } from "./refusals";

const ENCRYPTED = "这个文件加了密码，没有导入任何内容。请在Excel或WPS里去掉打开密码，另存为.xlsx后重新上传。";

const unpackedTooMuch = () => tooMuch("这个文件展开后超过100MB");

/** Counts what really comes out of the packer, over all entries of one file. */
class Meter {
  total = 0;
  readonly limits: SheetLimits;

  constructor(limits: SheetLimits) {
    this.limits = limits;
  }

  add(bytes: number, ofEntry: number, packed: number): void {
    this.total += bytes;
    if (this.total > this.limits.unpackedBytes) throw unpackedTooMuch();
    if (ofEntry > this.limits.ratioFromBytes && ofEntry > packed * this.limits.ratio) throw unpackedTooMuch();
  }
}

async function inflate(zip: ZipFile, entry: Entry, meter: Meter, keep: boolean): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  let checksum = 0;
  // Leaving the loop by a throw destroys the stream, so a bomb stops at the limit.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    meter.add(chunk.length, size, entry.compressedSize);
    checksum = crc32(chunk, checksum);
    if (keep) chunks.push(chunk);
  }
  if (checksum !== entry.crc32) throw brokenFile();
  return Buffer.concat(chunks);
}

async function unpackOpened(zip: ZipFile, meter: Meter, wanted: (name: string) => boolean) {
  const parts = new Map<string, Buffer>();
  if (zip.entryCount > meter.limits.zipEntries) throw tooMuch("这个文件里的部件太多");
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    entries += 1;
    if (entries > meter.limits.zipEntries) throw tooMuch("这个文件里的部件太多");
    if (entry.isEncrypted()) throw refused(ENCRYPTED);
    if (entry.fileName.endsWith("/")) continue;
    const keep = wanted(entry.fileName);
    const bytes = await inflate(zip, entry, meter, keep);
    if (keep) parts.set(entry.fileName, bytes);
  }
  return parts;
}

/**
 * Unpacks the whole file, keeps the wanted parts, and counts every byte that really comes out: an entry that is larger
 * than it says, a bomb or overlapping entries end it. Throws an AppError in plain Chinese.
 */
export async function unpack(
  bytes: Buffer,
  limits: SheetLimits,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false });
    return await unpackOpened(zip, new Meter(limits), wanted);
  } catch (error) {
    throw isAppError(error) ? error : brokenFile(error);
  }
}
