import { closeSync, createReadStream, fstatSync, openSync, readSync } from "node:fs";
import { open, stat, type FileHandle } from "node:fs/promises";
import { ArchiveFault } from "./archive-fault";

/**
 * The plain tar format (ustar), so that any tool can open a backup without us: `tar xf`. Writing gives one form only,
 * and reading accepts that form only, byte for byte; together with a digest of each content every changed byte shows.
 */
const BLOCK = 512;
/** Eleven octal digits. */
const MAX_SIZE = 8 ** 11 - 1;
const NAME = /^[a-z0-9_./-]{1,99}$/;

export interface TarEntry {
  name: string;
  size: number;
  /** Where its bytes begin. */
  start: number;
}

interface HeaderFields {
  name: string;
  size: number;
  /** Seconds since 1970. */
  time: number;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, "0");

function header({ name, size, time }: HeaderFields): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  block.write("0000600\0", 100);
  block.write("0000000\0", 108);
  block.write("0000000\0", 116);
  block.write(`${octal(size, 11)}\0`, 124);
  block.write(`${octal(time, 11)}\0`, 136);
  block.write("        0", 148);
  block.write("ustar\0" + "00", 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\0 `, 148);
  return block;
}

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

export interface NewEntry {
  name: string;
  /** A file to copy, or the bytes themselves. */
  from: string | Buffer;
}

/** A single write may take a part of the bytes, on a disk that is nearly full. */
async function writeAll(out: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await out.write(bytes, at)).bytesWritten;
}

/** Writes an archive and waits for the disk. The file must not exist; when this throws, what was written is the caller's to remove. */
export async function writeTar(file: string, entries: readonly NewEntry[], at: Date): Promise<void> {
  const out = await open(file, "wx", 0o600);
  try {
    for (const { name, from } of entries) {
      const size = typeof from === "string" ? (await stat(from)).size : from.length;
      if (!NAME.test(name) || size > MAX_SIZE) throw new ArchiveFault(`${name}太大或名字不合要求，备份没有做。`);
      await writeAll(out, header({ name, size, time: Math.floor(at.getTime() / 1000) }));
      const content = typeof from === "string" ? createReadStream(from) : [from];
      for await (const chunk of content) await writeAll(out, chunk as Buffer);
      await writeAll(out, Buffer.alloc(padding(size)));
    }
    await writeAll(out, Buffer.alloc(2 * BLOCK));
    await out.sync();
  } finally {
    await out.close();
  }
}

function readExactly(handle: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const count = readSync(handle, bytes, 0, length, start);
  if (count < length) throw new ArchiveFault(`文件不完整：在第${start + count}字节处断了。`);
  return bytes;
}

const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

function parseHeader(block: Buffer, start: number): HeaderFields {
  const name = block.toString("latin1", 0, 100).replace(/\0+$/, "");
  const [size, time] = [124, 136].map((at) => Number.parseInt(block.toString("latin1", at, at + 11), 8));
  const isWhole = NAME.test(name) && size !== undefined && time !== undefined && size >= 0 && time >= 0;
  if (isWhole && header({ name, size, time }).equals(block)) return { name, size, time };
  if (start === 0) throw new ArchiveFault("这不是指尖课堂的备份文件，或者文件开头已损坏。");
  throw new ArchiveFault(`文件已损坏：第${start}字节处的条目头不对。`);
}

/** Finds the entries without reading their contents. Throws an ArchiveFault that says where the file is damaged or cut off. */
export function readTarIndex(file: string): TarEntry[] {
  const handle = openSync(file, "r");
  try {
    const { size: total } = fstatSync(handle);
    const entries: TarEntry[] = [];
    let at = 0;
    for (;;) {
      const block = readExactly(handle, at, BLOCK);
      if (isZero(block)) break;
      const { name, size } = parseHeader(block, at);
      const start = at + BLOCK;
      at = start + size + padding(size);
      if (at > total) throw new ArchiveFault(`文件不完整：${name}只有一部分，后面的内容没有了。`);
      if (!isZero(readExactly(handle, start + size, padding(size))))
        throw new ArchiveFault(`文件已损坏：${name}后面的填充字节被改动。`);
      entries.push({ name, size, start });
    }
    if (!isZero(readExactly(handle, at, 2 * BLOCK)) || total !== at + 2 * BLOCK)
      throw new ArchiveFault("文件已损坏：结尾多出或改动了内容。");
    return entries;
  } finally {
    closeSync(handle);
  }
}
