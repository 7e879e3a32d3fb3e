import { afterAll } from "vitest";
import { VALUE_LABELS } from "@/features/audit/constants/labels";
import { SUBJECT_LABELS } from "@/features/audit/constants/subjects";
import { ACTION_LABELS, FIELD_LABELS, SILENT_FIELDS } from "@/features/audit/view";
import { db } from "@/lib/db";

/** Phone numbers, sealed texts and hashes, tokens; the ids of rows and content are none of these. */
const SECRETS = [
  /(?<![\w-])1[3-9]\d{9}(?![\w-])/,
  /v1\.[\w-]{20,}/,
  /\b[0-9a-f]{64}\b/,
  /(?<![\w-])[\w-]{43}(?![\w-])/,
  /\$argon2/,
];

/**
 * Looks at every act that the tests of the enclosing describe have written: an action, a kind of subject, a field or a
 * word of the code without its Chinese label fails, and so does anything that looks like a login, a hash or a token.
 */
export function guardAuditLog(): void {
  afterAll(async () => {
    const rows = await db().auditEntry.findMany({ select: { action: true, subjectKind: true, detail: true } });
    const faults = new Set(rows.flatMap(faultsOf));
    if (faults.size > 0) throw new Error(`In the audit log:\n${[...faults].join("\n")}`);
  });
}

type Written = { action: string; subjectKind: string; detail: string };

/** Faults of one entry as sentences that say what to do. */
export function faultsOf({ action, subjectKind, detail }: Written): string[] {
  const fields = fieldsOf(JSON.parse(detail) as Record<string, unknown>);
  return [
    ...(action in ACTION_LABELS ? [] : [`${action} has no label: add it to ACTION_LABELS in features/audit/view.ts`]),
    ...(subjectKind in SUBJECT_LABELS
      ? []
      : [`${subjectKind} (${action}) has no label: add it to SUBJECT_LABELS, PAGES and NAMERS`]),
    ...fields
      .map(([field]) => field)
      .filter((field) => !(field in FIELD_LABELS) && !SILENT_FIELDS.has(field))
      .map((field) => `${field} (${action}) has no label: add it to FIELD_LABELS or SILENT_FIELDS`),
    ...fields
      .filter(([field, value]) => !SILENT_FIELDS.has(field) && isUnnamed(field, value))
      .map(([field, value]) => `${field} ${String(value)} (${action}) has no label: add it to VALUE_LABELS`),
    ...(SECRETS.some((secret) => secret.test(detail)) ? [`${action} tells a secret: ${detail.slice(0, 200)}`] : []),
  ];
}

/** Ids are shown by name, and a person may write a single word of small letters as a name or a reason. */
const FREE = /(Ids?|^(name|title|reason|note|text|answer|words|wrong|correct|ask|evidence|reviewer|area))$/;

/** A value that is a word of the code and would be shown as it is. */
function isUnnamed(field: string, value: unknown): boolean {
  if (typeof value !== "string" || value === "" || FREE.test(field)) return false;
  const labels = VALUE_LABELS[field];
  // What an import changed is written as it stood in the sheet.
  return labels === undefined
    ? /^[a-z]+(-[a-z]+)*$/.test(value)
    : !(value in labels) && !Object.values(labels).includes(value);
}

/** The fields of a detail with their values, those of `before` and `after` in their place. */
function fieldsOf(detail: Record<string, unknown>): [string, unknown][] {
  return Object.entries(detail).flatMap(([name, value]): [string, unknown][] => {
    if (name !== "before" && name !== "after") return [[name, value]];
    return typeof value === "object" && value !== null ? Object.entries(value) : value === null ? [] : [[name, value]];
  });
}
