/**
 * Names as typed and names as shown to strangers. Outside one's own branch a name shows its surname and one star,
 * whatever its length, so that the star does not give away how long the name is.
 *
 * Example: 王示例 → 王*, 欧阳示例 → 欧阳*, `Anna Maria` → A*.
 */

// prettier-ignore
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set([
  "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "长孙",
  "宇文", "令狐", "钟离", "轩辕", "端木", "百里", "呼延", "东郭", "南门", "西门", "公冶", "澹台", "太史", "申屠",
  "仲孙", "闻人", "濮阳", "淳于", "单于", "赫连", "公羊", "拓跋", "万俟", "第五", "左丘", "梁丘", "即墨", "达奚",
]);

const HAN = /^\p{Script=Han}/u;

/** Half width, no invisible characters; no spaces inside Chinese names, single spaces in others. Never throws. */
export function normaliseName(name: string): string {
  const plain = name
    .normalize("NFKC")
    .replace(/[^\S ]/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .replace(/[•‧∙・･᛫]/gu, "·")
    .replace(/ +/gu, " ")
    .trim();
  return plain.replace(/(?<=[\p{Script=Han}·]) | (?=[\p{Script=Han}·])/gu, "");
}

/**
 * The surname and one star. A name of one character shows as a star alone, names in other scripts show their first
 * letter, an empty name shows as a star. Two-character names that begin like a compound surname (欧阳) keep the first.
 */
export function maskName(name: string): string {
  const plain = normaliseName(name);
  const characters = [...plain];
  const first = characters[0];
  if (first === undefined || characters.length === 1) return "*";
  const surname = characters.slice(0, 2).join("");
  if (HAN.test(plain) && characters.length > 2 && COMPOUND_SURNAMES.has(surname)) return `${surname}*`;
  return `${first}*`;
}
