import { afterAll } from "vitest";
import { ACTION_LABELS, FIELD_LABELS, SILENT_FIELDS, SUBJECT_LABELS } from "@/features/audit/view";
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
 * Looks at every act that the tests of the enclosing describe have written: an action, a kind of subject or a field
 * without its Chinese label fails, and so does anything that looks like a login, a hash or a token.
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
    ...(subjectKind in SUBJECT_LABELS ? [] : [`${subjectKind} (${action}) has no label: add it to SUBJECT_LABELS`]),
    ...fields
      .filter((field) => !(field in FIELD_LABELS) && !SILENT_FIELDS.has(field))
      .map((field) => `${field} (${action}) has no label: add it to FIELD_LABELS or SILENT_FIELDS`),
    ...(SECRETS.some((secret) => secret.test(detail)) ? [`${action} tells a secret: ${detail.slice(0, 200)}`] : []),
  ];
}

/** Names of the fields of a detail, those of `before` and `after` in their place. */
function fieldsOf(detail: Record<string, unknown>): string[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    if (name !== "before" && name !== "after") return [name];
    return typeof value === "object" && value !== null ? Object.keys(value) : value === null ? [] : [name];
  });
}
