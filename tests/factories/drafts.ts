import { emptyDraft, type DraftContent } from "@/domain/quizzes/draft";

/** A complete single choice of one's own, with a source that may be cited. */
export function completeDraft(over: Partial<DraftContent> = {}): DraftContent {
  return {
    ...emptyDraft(),
    stem: "1935年1月，中共中央政治局扩大会议在哪座城市召开？",
    options: [
      { text: "遵义", right: true },
      { text: "瑞金", right: false },
      { text: "延安", right: false },
      { text: "", right: false },
    ],
    explanation: "会议在贵州省的这座城市召开，史称遵义会议。",
    topic: "meetings",
    period: "new-democratic-revolution",
    difficulty: "easy",
    passage: "1935年1月15日至17日，中共中央政治局在遵义召开扩大会议。",
    sources: [{ title: "遵义会议", publisher: "共产党员网", url: "https://www.12371.cn/2021/02/25/ARTI1.shtml" }],
    ...over,
  };
}
