import { dateOfSerial } from "@/domain/imports/serial-date";
import { numberFormat, numberText, type NumberFormat } from "./number-format";
import type { CellKind } from "./types";
import { unescapeXmlText } from "./xml-text";

/** A cell as it stands in the file. */
export interface RawCell {
  /** s shared, str result of a formula, inlineStr, b, e, d, n (also when missing). */
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly hasFormula: boolean;
}

export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberFormat[];
  readonly date1904: boolean;
}

interface Meaning {
  readonly text: string;
  readonly kind: CellKind;
}

const GENERAL = numberFormat(0, undefined);

function numberMeaning(cell: RawCell, context: CellContext): Meaning {
  const value = Number(cell.value);
  if (cell.value.trim() === "" || Number.isNaN(value)) return { text: cell.value, kind: "text" };
  const format = context.styles[cell.style] ?? GENERAL;
  const date = format.isDate ? dateOfSerial(value, context.date1904) : null;
  return date === null ? { text: numberText(value, format), kind: "number" } : { text: date, kind: "date" };
}

/** `2026-03-01T00:00:00Z` of the strict form of the format. */
function isoMeaning(value: string): Meaning {
  const [day = "", time = ""] = value.split("T");
  const clock = time.slice(0, 8);
  return { text: clock === "" || clock === "00:00:00" ? day : `${day} ${clock}`, kind: "date" };
}

function valueMeaning(cell: RawCell, context: CellContext): Meaning {
  switch (cell.type) {
    case "s":
      return { text: context.strings[Number(cell.value)] ?? "", kind: "text" };
    case "str":
    case "inlineStr":
      return { text: unescapeXmlText(cell.value), kind: "text" };
    case "b":
      return { text: cell.value.trim() === "1" ? "TRUE" : "FALSE", kind: "text" };
    case "e":
      return { text: cell.value, kind: "error" };
    case "d":
      return isoMeaning(cell.value);
    default:
      return numberMeaning(cell, context);
  }
}

/** What people see in the cell; null for a cell without content. A formula without a stored result is an error. */
export function meaningOf(cell: RawCell, context: CellContext): Meaning | null {
  if (cell.value === "") return cell.hasFormula && cell.type !== "str" ? { text: "", kind: "error" } : null;
  const meaning = valueMeaning(cell, context);
  if (meaning.kind === "error") return meaning;
  if (meaning.text.trim() === "") return null;
  return cell.hasFormula ? { ...meaning, kind: "formula" } : meaning;
}
