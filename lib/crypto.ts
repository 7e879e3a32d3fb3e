import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from "node:crypto";
import { hash as argon2Hash, verify as argon2Verify } from "@node-rs/argon2";
import { keys } from "./keys";

/** Everything secret or signed goes through here, so that algorithms and parameters stand in one place. */

const SEAL_VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts with AES-256-GCM under the contacts key: `v1.` and base64url of iv, tag and ciphertext. Twice the same text gives two results. */
export function sealText(text: string): string {
  return `${SEAL_VERSION}.${sealBytes(Buffer.from(text, "utf8")).toString("base64url")}`;
}

/** The same for a file: iv, tag and ciphertext. */
export function sealBytes(bytes: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keys().contacts, iv).setAAD(Buffer.from(SEAL_VERSION));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Opens what `sealText` made. Throws when it was changed, made with another key or by an unknown version. */
export function openText(sealed: string): string {
  const [version, payload] = sealed.split(".");
  if (version !== SEAL_VERSION || payload === undefined) throw new Error("Sealed text of an unknown version.");
  return openBytes(Buffer.from(payload, "base64url")).toString("utf8");
}

/** Opens what `sealBytes` made; throws as `openText` does. */
export function openBytes(sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error("What was sealed is truncated.");
  const decipher = createDecipheriv("aes-256-gcm", keys().contacts, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(SEAL_VERSION)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

/** Keyed hash (HMAC-SHA-256, hex) to find a value that is stored encrypted or not at all. Different purposes give unrelated hashes. */
export function lookupHash(purpose: string, value: string): string {
  return createHmac("sha256", keys().lookup).update(`${purpose}\0${value}`).digest("hex");
}

export function sha256Hex(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex");
}

export interface Signature {
  keyId: string;
  /** Ed25519, base64url. */
  signature: string;
}

/** Signs the UTF-8 bytes of a text with the current receipt key. */
export function signReceipt(text: string): Signature {
  const { privateKey, current } = keys().receipts;
  return { keyId: current.keyId, signature: sign(null, Buffer.from(text), privateKey).toString("base64url") };
}

/** True when the signature was made over exactly this text with a current or retired key of this installation. */
export function verifyReceipt(text: string, { keyId, signature }: Signature): boolean {
  const key = keys().receipts.all.find((candidate) => candidate.keyId === keyId);
  return key !== undefined && verify(null, Buffer.from(text), key.publicKey, Buffer.from(signature, "base64url"));
}

export interface PublishedKey {
  keyId: string;
  algorithm: "Ed25519";
  /** The raw 32 bytes in base64url. */
  publicKey: string;
  current: boolean;
}

/** The public keys that receipts can be checked with, the current one first. */
export function publicKeys(): PublishedKey[] {
  const { current, all } = keys().receipts;
  return all.map((key) => ({ keyId: key.keyId, algorithm: "Ed25519", publicKey: key.raw, current: key === current }));
}

/** 256 random bits in base64url (43 characters). Only its hash is stored. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** 32 signs that cannot be taken for one another when read aloud or copied by hand: no 0, 1, I, O. */
const CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

const randomSigns = (length: number): string =>
  Array.from(randomBytes(length), (byte) => CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length)).join("");

const inFours = (signs: string): string => signs.match(/.{1,4}/g)?.join("-") ?? "";

/** A one-time code to hand over: `XXXX-XXXX`, 40 random bits. */
export function randomCode(): string {
  return inFours(randomSigns(8));
}

/** A token that can be typed from paper: `XXXX-XXXX-XXXX-XXXX`, 80 random bits, so that its plain hash may be stored. */
export function randomTicket(): string {
  return inFours(randomSigns(16));
}

const TICKET = /^[0-9A-Z]{16}$/;

/** A typed ticket as `randomTicket` wrote it; any other token stays as it is. */
export function normaliseTicket(typed: string): string {
  const signs = typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
  return TICKET.test(signs) ? inFours(signs) : typed;
}

/** A typed code as `randomCode` wrote it: case, width, spaces and dashes do not matter. */
export function normaliseCode(typed: string): string {
  const signs = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

/** Compares without telling by its duration where two secrets differ. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(createHash("sha256").update(one).digest(), createHash("sha256").update(other).digest());
}

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. `algorithm: 2` is argon2id (a const enum that isolated modules cannot read). */
const ARGON2 = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of a random password, verified against when there is no account, so that the reply takes as long. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$TkpZsBZiLvlgpjB6QZFCJg$u76rcCSks/BqWmF2DkURUoLmb6V3p3FN9rPIqgsAtNs";

/** A PHC string with its own salt. Runs on the thread pool. */
export function hashPassword(password: string): Promise<string> {
  return argon2Hash(password.normalize("NFKC"), ARGON2);
}

/** True for the right password. With `null` (no such account, no password yet) it does the same work and says false. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  const right = await argon2Verify(hash ?? NOBODY, password.normalize("NFKC"));
  return hash !== null && right;
}
