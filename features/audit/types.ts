/** One act as it was written. */
export type AuditRow = {
  id: string;
  at: Date;
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: Record<string, unknown>;
};
