/**
 * The name under which somebody stands in the export of one contest.
 *
 * The rule: made anew for every contest from random bytes, so that two exports cannot be laid beside each other.
 * Lower-case Crockford base 32, ten characters, fifty random bits; it begins with `p`.
 *
 * Example: ten bytes of 0 give p0000000000.
 */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
export const PSEUDONYM_BYTES = 10;

export function pseudonymFrom(bytes: Uint8Array): string {
  if (bytes.length < PSEUDONYM_BYTES) throw new RangeError(`A pseudonym needs ${PSEUDONYM_BYTES} random bytes`);
  const letters = Array.from(bytes.subarray(0, PSEUDONYM_BYTES), (byte) => LETTERS.charAt(byte % LETTERS.length));
  return `p${letters.join("")}`;
}
