import { textWarnings } from "@/domain/projects/warnings";

/**
 * What the text of a story has to be before another person looks it through. A draft may be anything that fits.
 *
 * The rule: a title of 2 to 40 characters, a text of 20 to 8,000, at most nine pictures, each with words for those who do
 * not see it; links to web pages alone; no numbers by which somebody could be called or known. Source: docs/glossary.md,
 * 厂情厂史.
 *
 * Example: a text with 13800000000 in it is refused with 正文里有像电话号码的“13800000000”.
 */
export const STORY_LIMITS = Object.freeze({
  title: { low: 2, high: 40 },
  body: { low: 20, high: 8_000 },
  alt: { low: 2, high: 60 },
  pictures: 9,
  /** What a draft may hold, complete or not. */
  draftTitle: 200,
  draftBody: 20_000,
});

/** What is written, as the reader of Markdown found it. */
export interface WrittenStory {
  readonly title: string;
  readonly body: string;
  /** What a reader sees, without marks. */
  readonly plain: string;
  readonly pictures: readonly { readonly number: number; readonly alt: string }[];
  /** Pictures that are none of the story's own. */
  readonly strangePictures: number;
  readonly links: readonly string[];
  /** Raw tags, which are never shown. */
  readonly tags: number;
  /** Tables and blocks of code, which cannot be shown. */
  readonly tables: number;
  readonly codes: number;
}

const lengthOf = (text: string): number => [...text.trim()].length;

/** A number of things in a story about a factory may have seven digits: only whole telephone numbers count. */
const BARE = /^\d{7,8}$/u;

function numberFaults(where: string, text: string): string[] {
  return textWarnings(text, null).flatMap(({ kind, found }) => {
    if (kind === "id-number") return [`${where}里有像证件号码的“${found}”，请去掉。`];
    if (kind === "phone" && !BARE.test(found)) return [`${where}里有像电话号码的“${found}”，请去掉。`];
    return [];
  });
}

function pictureFaults({ pictures, strangePictures }: WrittenStory, known: ReadonlySet<number>): string[] {
  const { alt, pictures: most } = STORY_LIMITS;
  const faults = pictures.flatMap(({ number, alt: words }) => {
    if (!known.has(number)) return [`没有图${number}，请重新上传这张图。`];
    if (lengthOf(words) < alt.low) return [`图${number}还没有说明，写两个字以上：图上是什么。`];
    if (lengthOf(words) > alt.high) return [`图${number}的说明最多${alt.high}个字。`];
    return numberFaults(`图${number}的说明`, words);
  });
  if (pictures.length > most) faults.push(`最多${most}张图，现在有${pictures.length}张。`);
  if (strangePictures > 0) faults.push("有别处的图片，不会显示。请用“加图片”上传。");
  return faults;
}

/** Everything that keeps the text from being sent, in Chinese; `known` are the numbers of its own pictures. */
export function storyFaults(story: WrittenStory, known: ReadonlySet<number>): string[] {
  const { title, body } = STORY_LIMITS;
  const [titleLength, bodyLength] = [lengthOf(story.title), lengthOf(story.body)];
  const faults: string[] = [];
  if (titleLength < title.low) faults.push("还没有标题，写两个字以上。");
  if (titleLength > title.high) faults.push(`标题最多${title.high}个字，现在有${titleLength}个。`);
  if (bodyLength < body.low) faults.push(`正文太短，至少${body.low}个字。`);
  if (bodyLength > body.high) faults.push(`正文最多${body.high}个字，现在有${bodyLength}个。`);
  if (story.tags > 0) faults.push("正文里有网页标签，不会显示，请去掉尖括号里的内容。");
  if (story.tables > 0) faults.push("正文里有表格，这里排不出来，请改成一段一段的文字，或“- ”开头的条目。");
  if (story.codes > 0) faults.push("正文里有用```或~~~围起来的一块，这里排不出来，请去掉这些符号。");
  if (story.links.some((link) => !/^https?:\/\//iu.test(link))) faults.push("链接只能写http或https开头的网址。");
  return [
    ...faults,
    ...pictureFaults(story, known),
    ...numberFaults("标题", story.title),
    ...numberFaults("正文", story.plain),
  ];
}

/** Words for a picture, without the signs that would end them in the text. */
export const pictureWords = (alt: string): string => alt.trim().replaceAll(/[[\]\\\r\n]/g, "");

/** A picture as it stands in the text. Without words it is given none, so that they are asked for before it is sent. */
export const pictureMark = (alt: string, number: number): string => `![${pictureWords(alt)}](图${number})`;

const SUMMARY = 80;

/** The beginning of the text, for lists and shared links. */
export function summaryOf(plain: string): string {
  const line = plain.replace(/\s+/gu, " ").trim();
  const signs = [...line];
  return signs.length <= SUMMARY ? line : `${signs.slice(0, SUMMARY).join("")}…`;
}
