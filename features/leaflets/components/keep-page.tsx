/** Keeps this page for a reload without network. Not in development, where files change under the same name. */
export function KeepPage() {
  return process.env.NODE_ENV === "production" ? <script async src="/keep.js" /> : null;
}
