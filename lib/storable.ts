import { AppError } from "./errors";

/**
 * Which text the product takes at all. PostgreSQL has no room for the NUL character, and half of a surrogate pair is no
 * character: it could be neither sent nor stored as UTF-8. Everything else is taken as it is; what a field does to its
 * text (spaces trimmed, names written one way) stands in its schema or its rule.
 *
 * Asked once, by the gates of server actions and of the JSON API, for everything that is sent; addresses with a NUL are
 * refused in scripts/serve.mjs.
 */
const UNSTORABLE = /\0|\p{Surrogate}/u;

const SENTENCE = "内容里有不能保存的字符（空字符，或残缺的半个字符），没有保存。请删去这样的字符再试，其余内容都还在。";

export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);

/** Dotted path of the first text that cannot be kept, names of members included; null when all can. */
function firstUnstorable(value: unknown, path: string): string | null {
  if (typeof value === "string") return isStorable(value) ? null : path;
  if (typeof value !== "object" || value === null) return null;
  const entries: Iterable<[string, unknown]> = value instanceof FormData ? value : Object.entries(value);
  for (const [key, part] of entries) {
    const name = isStorable(key) ? key : "?";
    const here = path === "" ? name : `${path}.${name}`;
    const found = isStorable(key) ? firstUnstorable(part, here) : here;
    if (found !== null) return found;
  }
  return null;
}

/** Throws `invalid` with one Chinese sentence and the field when any text in what was sent cannot be kept. */
export function refuseUnstorable(sent: unknown): void {
  const field = firstUnstorable(sent, "");
  if (field !== null)
    throw new AppError("invalid", SENTENCE, { errors: [{ field, code: "unstorable", detail: SENTENCE }] });
}
