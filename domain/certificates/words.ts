/**
 * What a certificate says.
 *
 * The rule: the prose names what it is for and the place in Chinese numerals; titles that people gave stand as they were
 * given, in quotation marks. It says nothing of points, time or diligence.
 *
 * Example: the third place of 示例知识竞赛 → 您在知识竞赛“示例知识竞赛”中成绩优良，位列第三名。
 */
import type { CertificateKind } from "./award";
import { chineseNumber, chineseQuarter } from "./numerals";

type Given = {
  readonly kind: CertificateKind;
  readonly sourceId: string;
  readonly title: string;
  readonly place: number | null;
};

const CLOSING = "学史明理，贵在有恒，特发此证。";

/** Large on the sheet. */
export function headingOf({ kind }: Pick<Given, "kind">): string {
  return kind === "contest-part" ? "参赛证书" : "荣誉证书";
}

/** 第三名, or 参加 for having taken part. */
export function resultWords({ place }: Pick<Given, "place">): string {
  return place === null ? "参加" : `第${chineseNumber(place)}名`;
}

/** What it is for, in one line: on lists and on the page that checks it. */
export function occasionWords({ kind, title }: Pick<Given, "kind" | "title">): string {
  return kind === "season" ? `${title}积分大赢家` : `知识竞赛“${title}”`;
}

/** The prose below the name: what it is for, and a line that closes it. */
export function proseOf(given: Given): string {
  const { kind, sourceId, title } = given;
  if (kind === "season") {
    return `您在${chineseQuarter(sourceId)}“积分大赢家”活动中位列${resultWords(given)}。\n${CLOSING}`;
  }
  if (kind === "contest-part") return `您参加了知识竞赛“${title}”。\n${CLOSING}`;
  return `您在知识竞赛“${title}”中成绩优良，位列${resultWords(given)}。\n${CLOSING}`;
}

const REASONS = {
  corrected: "结果更正过，名次或成绩和证书上写的不一样了",
  left: "本人退出了这项活动",
  merged: "同一个人的两个账号合并了，以另一份证书为准",
} as const;

/** Why it is void, for whoever asks. */
export function revocationWords(reason: keyof typeof REASONS): string {
  return REASONS[reason];
}
