import { wordOfLetters, type SearchQuery, type Word } from "./query";

/**
 * What is asked about, without the words that make a question of it.
 *
 * The rule: who writes a question looks for what it is about; the asking itself stands in no text and would outweigh a short
 * name. It is left out at the beginning and the end of a word, never from the middle, and only where two characters remain.
 *
 * Example: `遵义会议是哪一年` → 遵义会议; `什么是两弹一星` → 两弹一星; `红军为什么能胜利` stays as it is.
 */
const WHEN = "什么时候|什么时间|何时|哪一?年|哪一?天|哪一?月|几月几[日号]|几[年月日号]";
const WHAT = "什么|哪里|哪儿|何地|什么地方|哪些|哪几个|谁|多少|多久|几[个次人天位]|怎么样?|怎样|如何|为什么|为何";
const ASKED_LAST = new RegExp(
  `(?:是|在|于|有|叫|指|了|发生|召开|成立)*(?:${WHEN}|${WHAT})(?:的|了|发生|召开|成立|意思|事情?|人|来)*[吗呢啊]?$|[吗呢]$`,
);
const ASKED_FIRST = /^(?:什么(?:是|叫|时候)|谁是|为什么要?|为何|怎样|怎么|如何|哪一?年|哪一?天|哪些)/;

function bare(word: Word): Word[] {
  if (word.kind !== "text") return [word];
  const text = word.text.replace(ASKED_LAST, "").replace(ASKED_FIRST, "");
  if (text === word.text) return [word];
  const rest = wordOfLetters(text);
  return rest ? [rest] : [];
}

/** The same query without its asking; null where nothing was asked, or nothing would be left. */
export function withoutQuestion(query: SearchQuery): SearchQuery | null {
  const words = query.words.flatMap(bare);
  const isSame = words.length === query.words.length && words.every((word, index) => word === query.words[index]);
  return isSame || words.length === 0 ? null : { ...query, words };
}
