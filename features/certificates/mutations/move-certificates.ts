import type { Tx } from "@/lib/db";

/**
 * The certificates of an account that is merged into another become the kept one's. Where both were given one of the same
 * kind for the same thing, the kept account's stands and the other is taken back; whether one that moved still says what
 * the list says is looked at when it is shown next.
 */
export async function moveCertificates(tx: Tx, input: { keptId: string; goneId: string; now: Date }): Promise<void> {
  const { keptId, goneId, now } = input;
  const held = await tx.certificate.findMany({
    where: { memberId: keptId },
    select: { kind: true, sourceId: true },
    distinct: ["kind", "sourceId"],
  });
  if (held.length > 0) {
    await tx.certificate.updateMany({
      where: { memberId: goneId, revokedAt: null, OR: held },
      data: { revokedAt: now, revokedReason: "merged" },
    });
  }
  const rest = held.length > 0 ? { memberId: goneId, NOT: { OR: held } } : { memberId: goneId };
  await tx.certificate.updateMany({ where: rest, data: { memberId: keptId } });
}
