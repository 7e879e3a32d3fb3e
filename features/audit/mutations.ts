import type { Tx } from "@/lib/db";
import type { AuditAction } from "./view";

/**
 * Records an administrative act in its own transaction. `detail` holds before and after without secrets. Actions and
 * fields of the detail have their labels in `view.ts`, values in `constants/labels.ts`, kinds of subjects their label and page
 * in `constants/subjects.ts` and their names in `queries/subjects.ts`; whatever is written without one fails the tests.
 */
export async function audit(
  tx: Tx,
  input: {
    actorId: string | null;
    action: AuditAction;
    subjectKind: string;
    subjectId: string;
    detail?: Record<string, unknown>;
    now: Date;
  },
): Promise<void> {
  const { actorId, action, subjectKind, subjectId, detail = {}, now } = input;
  await tx.auditEntry.create({
    data: { actorId, action, subjectKind, subjectId, detail: JSON.stringify(detail), at: now },
  });
}

/** The same act on many subjects, written at once. */
export async function auditEach(
  tx: Tx,
  act: { actorId: string | null; action: AuditAction; subjectKind: string; now: Date },
  subjects: readonly { subjectId: string; detail?: Record<string, unknown> }[],
): Promise<void> {
  const { now, ...common } = act;
  await tx.auditEntry.createMany({
    data: subjects.map(({ subjectId, detail = {} }) => ({
      ...{ ...common, subjectId, at: now, detail: JSON.stringify(detail) },
    })),
  });
}
