import { businessDateOf } from "@/domain/calendar/shanghai";
import { formatFull } from "@/domain/calendar/labels";
import type { StoredReceipt } from "./queries";

const HUNDREDTHS = 100;
const SHANGHAI_CLOCK = new Intl.DateTimeFormat("zh-CN", {
  ...{ timeZone: "Asia/Shanghai", hourCycle: "h23", hour: "2-digit", minute: "2-digit", second: "2-digit" },
});

/** Hundredths of points as people read them: 8650 is 86.5, 10000 is 100. */
export function formatScore(hundredths: number): string {
  return String(hundredths / HUNDREDTHS);
}

/** A receipt as its public page shows it: nothing that says whose it is. */
export type ShownReceipt = {
  readonly id: string;
  /** 2026年11月21日 16:12:30 in Shanghai. */
  readonly submittedAt: string;
  readonly answered: number;
  readonly total: number;
  readonly score: string;
  readonly maxScore: string;
  /** The score as corrected after a question was declared void; null while it is the one that was signed. */
  readonly correctedScore: string | null;
  readonly digest: string;
  readonly keyId: string;
  readonly signature: string;
  /** The exact text that is signed. */
  readonly form: string;
  /** The signature was made over this form by a key of this installation. */
  readonly isSigned: boolean;
  /** The answers that are kept are the ones that were counted. */
  readonly isUnchanged: boolean;
};

type Checks = {
  readonly form: string;
  readonly isSigned: boolean;
  readonly isUnchanged: boolean;
  /** Hundredths. */
  readonly scoreNow: number;
};

export function shownReceiptOf(receipt: StoredReceipt, { scoreNow, ...checks }: Checks): ShownReceipt {
  const { id, submittedAt, answered, total, digest, keyId, signature } = receipt;
  return {
    ...{ id, answered, total, digest, keyId, signature, ...checks },
    submittedAt: `${formatFull(businessDateOf(submittedAt))} ${SHANGHAI_CLOCK.format(submittedAt)}`,
    score: formatScore(receipt.score),
    maxScore: formatScore(receipt.maxScore),
    correctedScore: scoreNow === receipt.score ? null : formatScore(scoreNow),
  };
}
