import { createHash, createPrivateKey, createPublicKey, randomBytes, type KeyObject } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { env } from "./env";
import { dropSingleton, singleton } from "./singleton";

/**
 * The secrets of this installation: four keys of 32 random bytes, each in its own base64 file in DATA_DIR/keys
 * (folder 0700, files 0600), made once. Several processes on several machines share them through KEY_SESSION,
 * KEY_CONTACTS, KEY_LOOKUP and KEY_RECEIPTS, which go before the files.
 */

export interface VerificationKey {
  keyId: string;
  publicKey: KeyObject;
  /** The raw 32 bytes in base64url (`x` of a JWK). */
  raw: string;
}

export interface Keys {
  /** Signs session cookies. */
  session: string;
  /** AES-256-GCM key of logins and contacts. */
  contacts: Buffer;
  /** HMAC key of look-up hashes. */
  lookup: Buffer;
  receipts: { privateKey: KeyObject; current: VerificationKey; all: readonly VerificationKey[] };
}

export const KEY_NAMES = ["session", "contacts", "lookup", "receipts"] as const;
export type KeyName = (typeof KEY_NAMES)[number];

const KEY_BYTES = 32;
/** DER before the seed in a PKCS #8 Ed25519 private key, and before the key in an SPKI public key (RFC 8410). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
/** Public keys that signed earlier receipts, one a line in base64url; a line is added when the key is changed. */
export const RETIRED_FILE = "receipts.retired";

export const keyFolder = (dataDir: string): string => path.join(dataDir, "keys");
const variableOf = (name: KeyName): string => `KEY_${name.toUpperCase()}`;

function decodeKey(text: string, origin: string): Buffer {
  const bytes = Buffer.from(text.trim(), "base64");
  if (bytes.length !== KEY_BYTES)
    throw new Error(`密钥${origin}已损坏或格式不对：应为${KEY_BYTES}字节的base64文本。请从备份恢复，不要删除。`);
  return bytes;
}

/** Linking is atomic and fails when the file exists: of two processes that start together both end with the first one's key. */
function makeKeyFile(file: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString("hex")}`;
  const handle = openSync(/* turbopackIgnore: true */ draft, "wx", 0o600);
  try {
    writeSync(handle, `${randomBytes(KEY_BYTES).toString("base64")}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** A key from the environment, or null. */
export function keyOfEnvironment(name: KeyName): Buffer | null {
  const given = process.env[variableOf(name)];
  return given?.trim() ? decodeKey(given, variableOf(name)) : null;
}

/** A key from its file in a folder of keys, or null; nothing is made. */
export function keyOfFolder(folder: string, name: KeyName): Buffer | null {
  const file = path.join(folder, `${name}.key`);
  return existsSync(file) ? decodeKey(readFileSync(file, "utf8"), file) : null;
}

function keyBytes(folder: string, name: KeyName): Buffer {
  const found = keyOfEnvironment(name) ?? keyOfFolder(folder, name);
  if (found) return found;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = path.join(folder, `${name}.key`);
  makeKeyFile(file);
  return decodeKey(readFileSync(file, "utf8"), file);
}

function verificationKey(raw: Buffer): VerificationKey {
  return {
    keyId: createHash("sha256").update(raw).digest("hex").slice(0, 16),
    publicKey: createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: "der", type: "spki" }),
    raw: raw.toString("base64url"),
  };
}

function signingKey(seed: Buffer): { privateKey: KeyObject; current: VerificationKey } {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return { privateKey, current: verificationKey(spki.subarray(SPKI_PREFIX.length)) };
}

/**
 * The name of a key, safe to show and to store: for receipts the id that the published key has, for the others the
 * beginning of a hash from which 32 random bytes cannot be found.
 */
export function keyIdOf(name: KeyName, bytes: Buffer): string {
  if (name === "receipts") return signingKey(bytes).current.keyId;
  return createHash("sha256").update(`zhijian-key\0${name}\0`).update(bytes).digest("hex").slice(0, 16);
}

function receiptKeys(seed: Buffer, folder: string): Keys["receipts"] {
  const { privateKey, current } = signingKey(seed);
  const file = path.join(folder, RETIRED_FILE);
  const lines = existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.trim())
    : [];
  return { privateKey, current, all: [current, ...lines.map((line) => verificationKey(decodeKey(line, file)))] };
}

/** Reads the keys below `dataDir`, making the missing ones. A damaged key stops the program and is never replaced. */
export function loadKeys(dataDir: string): Keys {
  const folder = keyFolder(dataDir);
  return {
    session: keyBytes(folder, "session").toString("base64"),
    contacts: keyBytes(folder, "contacts"),
    lookup: keyBytes(folder, "lookup"),
    receipts: receiptKeys(keyBytes(folder, "receipts"), folder),
  };
}

export type KeyIds = Record<KeyName, string | null>;

/** Names of the keys that an installation uses now: environment first, then files; null where there is none. Makes nothing. */
export function existingKeyIds(dataDir: string): KeyIds {
  const id = (name: KeyName): string | null => {
    const bytes = keyOfEnvironment(name) ?? keyOfFolder(keyFolder(dataDir), name);
    return bytes && keyIdOf(name, bytes);
  };
  return { session: id("session"), contacts: id("contacts"), lookup: id("lookup"), receipts: id("receipts") };
}

/** The keys of this installation, read or made at the first call. */
export function keys(): Keys {
  return singleton("keys", () => loadKeys(env().DATA_DIR));
}

/** Names of the keys of this process, and of every key whose receipts it can verify. */
export function ownKeyIds(): { ids: Record<KeyName, string>; verifies: string[] } {
  const { session, contacts, lookup, receipts } = keys();
  return {
    ids: {
      session: keyIdOf("session", Buffer.from(session, "base64")),
      contacts: keyIdOf("contacts", contacts),
      lookup: keyIdOf("lookup", lookup),
      receipts: receipts.current.keyId,
    },
    verifies: receipts.all.map(({ keyId }) => keyId),
  };
}

/** The secret that next-auth encrypts the session cookie with. */
export function sessionSecret(): string {
  return keys().session;
}

/** Reads the keys again at the next call. */
export function forgetKeys(): void {
  dropSingleton("keys");
}
