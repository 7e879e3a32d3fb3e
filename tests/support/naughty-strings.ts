import { createRequire } from "node:module";

/** A file of JSON, which every runner reads in its own way unless it is asked for like this. */
const list = createRequire(import.meta.url)("big-list-of-naughty-strings") as string[];

/** What people, programs and attackers type into fields: the public list, and what this product met besides. */
const OWN = [
  "=1+1",
  "+86 138",
  "-1",
  "@SUM(A1)",
  "'甲",
  "\t甲\t",
  "甲\r\n乙\n丙",
  "\u2028\u2029\u0085",
  "\ufeff甲",
  "张　三",
  "镕㛃𠅤",
  "👨‍👩‍👧‍👦🇨🇳",
  "é é",
  "\u202e反\u202c",
  "\u0001\u001b[31m\u007f",
  "\ufffe\uffff",
  "_x000D__x0041_",
  "]]></title>",
  "%00%0a%",
  "$& $1 $$ {{7*7}} ${7*7} #{7*7}",
  "__proto__",
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "[甲](javascript:alert(1))",
  "<!--",
  "&lt;&#60;&amp;",
] as const;

export const NAUGHTY: readonly string[] = [...new Set([...list, ...OWN])];

/** Those that try to run as a script or to end the markup around them. */
export const SCRIPTS: readonly string[] = NAUGHTY.filter((text) =>
  /alert|<|javascript:|onerror|prompt|eval/i.test(text),
);

/** All of them in as few texts as possible, none longer than `longest` characters; longer ones are left out. */
export function packed(strings: readonly string[], longest: number): string[] {
  const packs: string[] = [];
  let pack = "";
  for (const text of strings.filter(({ length }) => length <= longest - 4)) {
    const next = pack === "" ? `甲${text}乙` : `${pack}|${text}乙`;
    if (next.length > longest) {
      packs.push(pack);
      pack = `甲${text}乙`;
    } else pack = next;
  }
  return [...packs, pack];
}
