import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "./env";
import { singleton } from "./singleton";

/**
 * Structured logs on standard output, one JSON object a line. What identifies a person or tells what they know never
 * gets there: values under the names below are replaced at any depth, and mobile numbers are blanked in every text.
 */

const HIDDEN = "[已隐去]";
const MAX_DEPTH = 8;

/** Lower case without dashes and underscores: `newPassword`, `new_password` and `new-password` are one. */
const SECRET_NAMES = new Set(
  [
    ["name", "fullname", "membername", "displayname", "text", "stem"],
    ["phone", "mobile", "tel", "login", "loginname", "username", "worknumber", "contact", "email"],
    ["password", "newpassword", "oldpassword", "currentpassword", "passwordhash", "pass"],
    ["answer", "answers", "value", "values", "draft", "late", "paper", "body", "args", "params"],
    ["token", "tokenhash", "accesstoken", "idtoken", "refreshtoken", "csrftoken", "code", "codehash", "secret"],
    ["cookie", "cookies", "setcookie", "authorization", "cipher", "hash", "key", "keys", "clientsecret"],
  ].flat(),
);

/** Eleven digits of a mainland mobile number, also with +86, spaces or dashes between the groups. */
const MOBILE = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g;
/** Credentials inside a connection string. */
const URL_SECRET = /(\w+:\/\/)[^\s/@]+@/g;

function cleanText(text: string): string {
  return text.replace(MOBILE, HIDDEN).replace(URL_SECRET, `$1${HIDDEN}@`);
}

function isSecretName(name: string): boolean {
  return SECRET_NAMES.has(name.toLowerCase().replace(/[-_]/g, ""));
}

/** The parts of an error that help; its other properties may hold arguments of a query. `code` by itself is a secret's name. */
function plainError(value: unknown, depth = 0): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  const errorCode = "code" in value && typeof value.code === "string" ? value.code : undefined;
  const deeper = cause === undefined || depth >= MAX_DEPTH ? undefined : plainError(cause, depth + 1);
  return { type: name, errorCode, message, stack, cause: deeper };
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "number") return cleanText(String(value)) === String(value) ? value : HIDDEN;
  if (typeof value !== "object" || value === null) return value;
  if (depth > MAX_DEPTH) return HIDDEN;
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  const isBuffer = "data" in value && "type" in value && value.type === "Buffer";
  return isBuffer ? HIDDEN : cleanObject(value, depth);
}

function cleanObject(value: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, isSecretName(name) ? HIDDEN : clean(item, depth + 1)]),
  );
}

/** Cleans a whole line as the last thing before it leaves: nothing (bindings of a child, a message taken from an error) gets around it. */
function cleanLine(line: string): string {
  const parsed: unknown = JSON.parse(line);
  return typeof parsed === "object" && parsed !== null ? `${JSON.stringify(cleanObject(parsed))}\n` : "";
}

export interface LoggerOptions {
  level: string;
  /** Standard output when absent. */
  stream?: DestinationStream;
}

/** Makes a logger that hides what must not be logged. */
export function createLogger({ level, stream = pino.destination(1) }: LoggerOptions): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (value: unknown) => plainError(value), error: (value: unknown) => plainError(value) },
  };
  return pino(options, { write: (line) => void stream.write(cleanLine(line)) });
}

/** The logger of this process. */
export function logger(): Logger {
  return singleton("logger", () => createLogger({ level: env().LOG_LEVEL }));
}
