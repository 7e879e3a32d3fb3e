import type { DraftContent } from "@/domain/quizzes/draft";
import type { DutyField, DutyValues } from "@/domain/imports/duties";
import type { MemberField } from "@/domain/imports/fields";
import type { MemberValues } from "@/domain/imports/members";
import type { OrganisationField } from "@/domain/imports/fields";
import type { OrganisationValues } from "@/domain/imports/organisations";
import type { ProjectField, ProjectValues } from "@/domain/imports/projects";
import type { QuestionField } from "@/domain/imports/questions";
import type { ImportKind } from "@/domain/imports/words";
import type { Change, Fault, RowState } from "@/domain/imports/types";

export type { ImportKind };
export type ImportField = OrganisationField | MemberField | QuestionField | ProjectField | DutyField;

/** `move`: the row says another place than the one that is stored; a file moves nobody and nothing. */
export type StagedState = RowState | "move";

/** A row of the sheet as it was judged. */
export type StagedRow = {
  readonly number: number;
  readonly hidden: boolean;
  readonly state: StagedState;
  readonly existingId: string | null;
  readonly shown: Readonly<Partial<Record<ImportField, string>>>;
  readonly values: OrganisationValues | MemberValues | DraftContent | ProjectValues | DutyValues | null;
  readonly changes: readonly Change<ImportField>[];
  readonly faults: readonly Fault<ImportField>[];
};

export type ImportCounts = Readonly<Record<StagedState, number>>;

/** How the sheet was understood. */
export type UnderstoodTable = {
  readonly sheet: string;
  readonly headerRow: number;
  /** Every column of the head row, with the field it was taken for; null when nobody reads it. */
  readonly columns: readonly { readonly column: string; readonly head: string; readonly field: ImportField | null }[];
  readonly skipped: readonly { readonly number: number; readonly reason: string }[];
  /** Digest of all judged rows: the same as long as nothing that matters changed in the product. */
  readonly digest: string;
};

/** A choice of columns made by a person: field → column. */
export type ChosenColumns = Readonly<Partial<Record<ImportField, string>>>;

export const IMPORT_STATES = ["uploaded", "checking", "checked", "writing", "written", "failed", "cancelled"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
