import { businessDateOf } from "@/domain/calendar/shanghai";
import { listCommittee } from "@/features/access/queries";
import { audit } from "@/features/audit/mutations";
import { notify } from "@/features/notices/mutations";
import { quarterLabel } from "@/features/points/view";
import { engine, inTransaction } from "@/lib/db";
import { sqlOf } from "@/lib/db/prepared";
import { getOrganisationFigures } from "../queries/zone-figures";
import type { ObjectInput } from "../schema";
import { FIGURE_LABELS, figureWords } from "../view/words";

type ObjectResult = { ok: true; id: string } | { ok: false; reason: "unknown" | "open" };

/**
 * An organisation says that one of its figures is not so. The figure is kept as it stands now, and the committee that
 * may answer is told. One objection to a figure of a quarter at a time: the next may follow once it is answered.
 */
export async function objectToFigure(input: ObjectInput & { actorId: string; now: Date }): Promise<ObjectResult> {
  const { organisationId, quarter, figure, text, actorId, now } = input;
  const ask = { quarter, standing: "members", today: businessDateOf(now) } as const;
  const shown = figureWords(figure, await getOrganisationFigures(organisationId, ask));
  return inTransaction(async (tx) => {
    const lock = engine() === "postgresql" ? " FOR NO KEY UPDATE" : "";
    const [place] = await sqlOf(tx).select<{ name: string; station_id: string }>(
      `SELECT name, station_id FROM organisation WHERE id = ?${lock}`,
      [organisationId],
    );
    if (place === undefined) return { ok: false, reason: "unknown" };
    const open = await tx.figureObjection.count({ where: { organisationId, quarter, figure, state: "open" } });
    if (open > 0) return { ok: false, reason: "open" };
    const data = { organisationId, quarter, figure, shown, text, createdById: actorId, createdAt: now };
    const { id } = await tx.figureObjection.create({ data, select: { id: true } });
    const subject = { subjectKind: "organisation", subjectId: organisationId };
    await audit(tx, { actorId, action: "figures.object", ...subject, detail: { quarter, figure, text }, now });
    const told = `${place.name}对${quarterLabel(quarter)}的“${FIGURE_LABELS[figure]}”（${shown}）有异议：${text}`;
    for (const memberId of await listCommittee(tx, place.station_id, businessDateOf(now))) {
      await notify(tx, { memberId, key: `figure-objection:${id}`, text: told, href: "/committee/objections", now });
    }
    return { ok: true, id };
  });
}
