import { draftFaults } from "@/domain/quizzes/draft-faults";
import { getBankRules } from "@/features/library/queries";
import { inTransaction } from "@/lib/db";
import { findProposal, libraryOf } from "../queries/find-proposal";
import { stepIn, type Stepping, type StepResult } from "./step-proposal";

/** Sends a complete draft to another person of the committee; an incomplete one is refused with the number of faults. */
export function submitProposal(stepping: Stepping): Promise<StepResult> {
  return inTransaction(async (tx) => {
    const proposal = await findProposal(stepping.proposalId, tx);
    const content = proposal?.content;
    const faults = content ? draftFaults(content, libraryOf(content), getBankRules()) : [];
    if (faults.length > 0) {
      const detail = `还有${faults.length}处要改，没有送去复核。草稿都在。`;
      return { ok: false, reason: "faults", detail } as const;
    }
    return stepIn(tx, "submit", stepping);
  });
}

/** Takes a proposal back before it is released; the text stays for the record. */
export function withdrawProposal(stepping: Stepping): Promise<StepResult> {
  return inTransaction((tx) => stepIn(tx, "withdraw", stepping));
}
