import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { mp4Seconds, webmSeconds, type ReadBytes } from "@/domain/films/length";
import type { MediaFile } from "../types";

/** Files that are sent as they are and never read as text. */
export const MEDIA = /\.(mp4|webm|jpg)$/;

/** How large a film or picture is and how long it runs, from a few bytes of it. */
export function readMedia(file: string): Omit<MediaFile, "digest"> {
  const bytes = statSync(file).size;
  const handle = openSync(file, "r");
  try {
    const read: ReadBytes = (offset, length) => {
      const buffer = new Uint8Array(length);
      return buffer.subarray(0, readSync(handle, buffer, 0, length, offset));
    };
    if (file.endsWith(".mp4")) return { bytes, seconds: mp4Seconds(read, bytes) };
    return { bytes, seconds: file.endsWith(".webm") ? webmSeconds(read) : null };
  } finally {
    closeSync(handle);
  }
}

/** For files of the library, which are small. */
export const mediaDigest = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
