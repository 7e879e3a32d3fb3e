import "server-only";
import { answersForm, normaliseReceiptId, receiptForm } from "@/domain/quizzes/receipt";
import { sha256Hex, verifyReceipt } from "@/lib/crypto";
import { findReceipt } from "./queries";
import { shownReceiptOf, type ShownReceipt } from "./view";

/** The receipt that somebody typed or opened, checked; null when there is none. The id is the only proof asked for. */
export async function loadReceipt(typed: string): Promise<ShownReceipt | null> {
  const id = normaliseReceiptId(typed);
  const found = id === null ? null : await findReceipt(id);
  if (!found) return null;
  const { receipt, draft, scoreNow } = found;
  const form = receiptForm({ ...receipt, answersSha256: receipt.digest });
  const isUnchanged = sha256Hex(answersForm(draft)) === receipt.digest;
  return shownReceiptOf(receipt, { form, isSigned: verifyReceipt(form, receipt), isUnchanged, scoreNow });
}
