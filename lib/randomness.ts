import { randomBytes } from "node:crypto";

/**
 * Where ids and seeds come from. Rules and mutations take them as arguments; only route handlers, jobs and commands
 * call this, as with lib/clock.
 */

/** A UUID of version 7 (RFC 9562): sorts by the time of its making. */
export function newId(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A seed of 128 random bits. */
export function newSeed(): string {
  return randomBytes(16).toString("hex");
}

/** Random bytes for an id that people read. */
export function newBytes(length: number): Uint8Array {
  return randomBytes(length);
}
