import { seesContact, type ClaimState } from "@/domain/projects/claims";
import { audit } from "@/features/audit/mutations";
import { openText } from "@/lib/crypto";
import { inTransaction } from "@/lib/db";

export type ShownContact =
  | { kind: "person"; station: string; name: string; address: string; phone: string }
  | { kind: "station"; station: string };

export type LookResult = { ok: true; contact: ShownContact } | { ok: false; detail: string };

const NOT_YET = "工作站同意以后、确认办成以前，才能看联系方式。";
const GONE = "联系方式已经按期删除，请联系工作站。";

/** The contact, for the claimant whom the station approved and nobody else. Each look is audited before it is shown. */
export function lookAtContact(input: { claimId: string; memberId: string; now: Date }): Promise<LookResult> {
  const { claimId: id, memberId, now } = input;
  return inTransaction(async (tx): Promise<LookResult> => {
    const claim = await tx.projectClaim.findUnique({
      where: { id },
      select: {
        ...{ state: true, projectId: true },
        project: {
          select: { contactKind: true, station: { select: { name: true } }, contact: { select: { cipher: true } } },
        },
      },
    });
    if (!claim || !seesContact(claim.state as ClaimState)) return { ok: false, detail: NOT_YET };
    const { contactKind, station, contact } = claim.project;
    if (contactKind === "station") return { ok: true, contact: { kind: "station", station: station.name } };
    if (contact === null) return { ok: false, detail: GONE };
    const subject = { subjectKind: "project", subjectId: claim.projectId };
    await audit(tx, { actorId: memberId, action: "project.contact.look", ...subject, now });
    const { name, address, phone } = JSON.parse(openText(contact.cipher)) as Record<
      "name" | "address" | "phone",
      string
    >;
    return { ok: true, contact: { kind: "person", station: station.name, name, address, phone } };
  });
}
