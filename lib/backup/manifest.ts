import { z } from "zod";
import { KEY_NAMES } from "../keys";
import { COLUMN_KINDS } from "./columns";

/**
 * What a backup says about itself. The archive begins with `manifest.json` and ends with `manifest.sha256`; between them
 * stand `tables/<table>.jsonl.gz`, perhaps `keys/…` and `files/…`. docs/operations.md describes it for people.
 */
export const MANIFEST = "manifest.json";
export const MANIFEST_DIGEST = "manifest.sha256";
export const FORMAT = "zhijian-backup";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  /** Version of the program that wrote it. */
  product: z.string(),
  engine: z.enum(["sqlite", "postgresql"]),
  /** The instant of the data, and the one at which the archive was finished. */
  takenAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** Migrations that the database had, in order. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), kind: z.enum(COLUMN_KINDS) })),
      key: z.array(z.string()),
      rows: count,
      /** SHA-256 over the lines, each with its line feed, before compression. */
      digest: sha256,
    }),
  ),
  keys: z.object({
    included: z.boolean(),
    /** Ids of the keys that belong to the data; null for one that did not exist. */
    ids: z.record(z.enum(KEY_NAMES), z.string().nullable()),
  }),
  /** Every other entry but the two of the manifest. */
  entries: z.array(z.object({ name: z.string(), bytes: count, sha256 })),
});

export type Manifest = z.output<typeof manifestSchema>;
export type TableRecord = Manifest["tables"][number];

export const tableEntry = (table: string): string => `tables/${table}.jsonl.gz`;
