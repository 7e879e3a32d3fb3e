import { normaliseName } from "@/domain/people/name";
import { organisationKey, parseShortCode } from "@/domain/people/organisation";
import type { RowReader } from "./cells";
import { parseCreditCode } from "../people/credit-code";
import type { OrganisationField } from "./fields";
import { parseKind, type OrganisationKind } from "./words";

/**
 * One row about an organisation, read by itself: names in one spelling, codes checked, kinds by their words.
 *
 * Example: `Ａ 公司`, `其他`, `slzz` → name A公司, a fault for the kind, short code SLZZ.
 */
export type OrganisationReader = RowReader<OrganisationField>;

/** What one row says of an organisation; null and empty where it says nothing. */
export interface WrittenOrganisation {
  readonly name: string;
  readonly nameKey: string;
  readonly kind: OrganisationKind | null;
  readonly shortCode: string | null;
  readonly creditCode: string | null;
  readonly station: string;
}

function readCreditCode(reader: OrganisationReader): string | null {
  const text = reader.read("creditCode");
  if (text === "") return null;
  const code = parseCreditCode(text);
  if ("value" in code) return code.value;
  const meant = code.suggestion === null ? "请对照营业执照重新填写。" : `是不是${code.suggestion}？请对照营业执照。`;
  reader.fault("creditCode", code.problem, meant);
  return null;
}

function readShortCode(reader: OrganisationReader): string | null {
  const text = reader.read("shortCode");
  if (text === "") return null;
  const code = parseShortCode(text);
  if (code === null) reader.fault("shortCode", "组织短码是2至8位字母或数字。", "请改成例如SLZZ这样的短码。");
  return code;
}

function readKind(reader: OrganisationReader): OrganisationKind | null {
  const text = reader.read("kind");
  if (text === "") return null;
  const kind = parseKind(text);
  if (kind === null) reader.fault("kind", "类型只有企业和社会组织两种。", "请填“企业”或“社会组织”。");
  return kind;
}

const LONGEST_NAME = 60;

function readName(reader: OrganisationReader): string {
  const name = normaliseName(reader.read("name"));
  if (name === "") reader.missing("name");
  if ([...name].length > LONGEST_NAME) {
    reader.fault("name", `名称超过${LONGEST_NAME}个字。`, "请只填组织的全称。");
  }
  return name;
}

/** Reads the row by itself: what is wrong in a single cell is a fault of the reader. */
export function readOrganisation(reader: OrganisationReader): WrittenOrganisation {
  const name = readName(reader);
  return {
    name,
    nameKey: organisationKey(name),
    kind: readKind(reader),
    shortCode: readShortCode(reader),
    creditCode: readCreditCode(reader),
    station: reader.read("station"),
  };
}
