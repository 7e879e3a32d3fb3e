/**
 * What in a public text could make somebody recognisable. A help for the people who write and pass it, no proof: they
 * read the text themselves.
 *
 * Example: 住在3栋502室，电话13800000000 → two warnings: a house number and a telephone number.
 */
export type WarningKind = "phone" | "id-number" | "house-number" | "name" | "address";

export interface TextWarning {
  readonly kind: WarningKind;
  /** As it stands in the text. */
  readonly found: string;
}

export const WARNING_LABELS: Readonly<Record<WarningKind, string>> = Object.freeze({
  phone: "像电话号码",
  "id-number": "像证件号码",
  "house-number": "像门牌号",
  name: "联系人的姓名",
  address: "联系人的住址",
});

/** Of the contact, as it was typed. */
export interface KnownContact {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
}

const DIGITS = "0-9〇零一二三四五六七八九十百";
const ID_NUMBER = /(?<!\d)(?:\d{17}[\dX]|\d{15})(?!\d)/giu;
const MOBILE = /(?<!\d)(?:\+?86)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/gu;
const LANDLINE = /(?<!\d)(?:\(?0\d{2,3}\)?[ -]?)\d{7,8}(?!\d)/gu;
const BARE_LOCAL = /(?<!\d)[2-9]\d{6,7}(?!\d)/gu;
const HOUSE = new RegExp(
  `[${DIGITS}]+(?:号楼|号院|栋|幢|单元|室|组\\d*号?|弄|门牌|号(?!召|称|码|线|角|令|店|车|机))`,
  "gu",
);

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([found]) => found.trim());

/** Shortest piece of an address that counts as recurring. */
const ADDRESS_PIECE = 5;

/** Everything found, each once, in the order of the kinds. Never throws. */
export function textWarnings(text: string, contact: KnownContact | null): TextWarning[] {
  const plain = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  const ids = matches(plain, ID_NUMBER);
  const rest = ids.reduce((left, id) => left.replaceAll(id, " "), plain);
  const mobiles = matches(rest, MOBILE);
  const after = mobiles.reduce((left, found) => left.replaceAll(found, " "), rest);
  const landlines = matches(after, LANDLINE);
  const local = matches(
    landlines.reduce((left, found) => left.replaceAll(found, " "), after),
    BARE_LOCAL,
  );
  return unique([
    ...[...mobiles, ...landlines, ...local].map((found) => ({ kind: "phone" as const, found })),
    ...ids.map((found) => ({ kind: "id-number" as const, found })),
    ...matches(plain, HOUSE).map((found) => ({ kind: "house-number" as const, found })),
    ...(contact === null ? [] : recurring(plain, contact)),
  ]);
}

function recurring(text: string, { name, address, phone }: KnownContact): TextWarning[] {
  const squeezed = text.replace(/\s/gu, "");
  const found: TextWarning[] = [];
  const person = name.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");
  if ([...person].length > 1 && squeezed.includes(person)) found.push({ kind: "name", found: person });
  const number = phone.normalize("NFKC").replace(/\D/gu, "");
  if (number.length > 6 && squeezed.replace(/[-()]/gu, "").includes(number))
    found.push({ kind: "phone", found: number });
  const piece = longestShared(squeezed, address.normalize("NFKC").replace(/[\s\p{Cf}]/gu, ""));
  if ([...piece].length >= ADDRESS_PIECE) found.push({ kind: "address", found: piece });
  return found;
}

/** The longest run of signs that stands in both. */
function longestShared(text: string, other: string): string {
  let best = "";
  for (let from = 0; from < other.length; from += 1) {
    while (from + best.length < other.length && text.includes(other.slice(from, from + best.length + 1))) {
      best = other.slice(from, from + best.length + 1);
    }
  }
  return best;
}

function unique(warnings: readonly TextWarning[]): TextWarning[] {
  const seen = new Map(warnings.map((warning) => [`${warning.kind} ${warning.found}`, warning]));
  return [...seen.values()];
}
