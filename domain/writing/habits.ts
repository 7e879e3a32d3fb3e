/**
 * How running text is written.
 *
 * The rule: full-width Chinese punctuation, no space between 汉字 and digits, no exclamation marks, no ellipsis for mood.
 * What stands inside 《》 or “” is the quoted one's own. Source: content/README.md, 写法.
 *
 * Example: `1935年1月,会议召开!` has two faults: a half-width comma and an exclamation mark.
 */
export interface WritingFault {
  readonly what: string;
  readonly fix: string;
}

const HABITS: readonly { pattern: RegExp; what: string; fix: string }[] = [
  { pattern: /[!！]/, what: "有感叹号", fix: "改成句号，用事实说话" },
  { pattern: /…|\.{3}|。{2}/, what: "有省略号", fix: "把话说完，或在这里断句" },
  {
    pattern: /\p{Script=Han} +[\dA-Za-z]|[\dA-Za-z%] +\p{Script=Han}/u,
    what: "汉字和数字、字母之间有空格",
    fix: "去掉空格，间隙由页面来留",
  },
  { pattern: /\p{Script=Han}[,;:?]|[,;:?]\p{Script=Han}/u, what: "用了半角标点", fix: "改成全角标点：，；：？" },
  { pattern: /\p{Script=Han} *"|" *\p{Script=Han}/u, what: "用了直引号", fix: "改成“”" },
  { pattern: /\p{Script=Han}\(|\)\p{Script=Han}/u, what: "用了半角括号", fix: "改成（）" },
];

const QUOTED = /《[^》]*》|“[^”]*”/g;

/** Every habit that a piece of running text breaks, with the words around the first place. */
export function writingFaults(text: string): WritingFault[] {
  const own = text.replaceAll(QUOTED, "“”");
  return HABITS.flatMap(({ pattern, what, fix }) => {
    const found = pattern.exec(own);
    if (found === null) return [];
    const around = own.slice(Math.max(0, found.index - 6), found.index + found[0].length + 6).replaceAll("\n", "");
    return [{ what: `${what}：“${around}”`, fix }];
  });
}
