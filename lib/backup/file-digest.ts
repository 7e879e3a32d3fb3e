import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export interface Part {
  start: number;
  size: number;
}

/** SHA-256 of a file or of a part of it, in hex. */
export async function sha256OfFile(file: string, part?: Part): Promise<string> {
  const hash = createHash("sha256");
  if (part?.size === 0) return hash.digest("hex");
  const range = part ? { start: part.start, end: part.start + part.size - 1 } : {};
  for await (const chunk of createReadStream(file, range)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
