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

const KEY_BYTES = 32;
/** DER before the seed in a PKCS #8 Ed25519 private key, and before the key in an SPKI public key (RFC 8410). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
/** Public keys that signed earlier receipts, one a line in base64url; a line is added when the key is changed. */
const RETIRED_FILE = "receipts.retired";

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

function keyBytes(folder: string, name: string, variable: string): Buffer {
  const given = process.env[variable];
  if (given?.trim()) return decodeKey(given, variable);
  const file = path.join(folder, `${name}.key`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    makeKeyFile(file);
  }
  return decodeKey(readFileSync(file, "utf8"), file);
}

function verificationKey(raw: Buffer): VerificationKey {
  return {
    keyId: createHash("sha256").update(raw).digest("hex").slice(0, 16),
    publicKey: createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: "der", type: "spki" }),
    raw: raw.toString("base64url"),
  };
}

function receiptKeys(seed: Buffer, folder: string): Keys["receipts"] {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  const current = verificationKey(spki.subarray(SPKI_PREFIX.length));
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
  const folder = path.join(dataDir, "keys");
  return {
    session: keyBytes(folder, "session", "KEY_SESSION").toString("base64"),
    contacts: keyBytes(folder, "contacts", "KEY_CONTACTS"),
    lookup: keyBytes(folder, "lookup", "KEY_LOOKUP"),
    receipts: receiptKeys(keyBytes(folder, "receipts", "KEY_RECEIPTS"), folder),
  };
}

/** The keys of this installation, read or made at the first call. */
export function keys(): Keys {
  return singleton("keys", () => loadKeys(env().DATA_DIR));
}

/** The secret that next-auth encrypts the session cookie with. */
export function sessionSecret(): string {
  return keys().session;
}

/** Reads the keys again at the next call. */
export function forgetKeys(): void {
  dropSingleton("keys");
}
