/**
 * An address as it is shown: enough to know it again.
 *
 * Example: `wangshili@mail.example` is `wa***@mail.example`.
 */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, Math.min(2, at - 1))}***${address.slice(at)}`;
}
