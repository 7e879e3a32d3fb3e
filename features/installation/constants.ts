/** Keys of the `setting` table. */
export const SETTINGS = {
  demo: "demo-zone",
  acceptedLibrary: "library-accepted",
  loadedLibrary: "library-loaded",
  keys: "keys",
} as const;
