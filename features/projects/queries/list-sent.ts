import type { ContactKind } from "@/domain/projects/consent";
import type { ProjectKind, ProjectState } from "@/domain/projects/types";
import { shownToVillage } from "@/domain/projects/village";
import { db } from "@/lib/db";
import { openContact } from "./find-warnings";

/** A project as whoever holds the link that it came by may read it. */
export type SentProject = {
  id: string;
  kind: ProjectKind;
  state: ProjectState;
  /** Null when somebody could be recognised by it. */
  title: string | null;
  /** Why it came back; null for every other state, and when somebody could be recognised by it. */
  reason: string | null;
  createdAt: Date;
};

const MOST = 10;

/** What came last by a village's link, the newest first. The contact goes no further than this. */
export async function listSent(linkId: string): Promise<SentProject[]> {
  const rows = await db().project.findMany({
    where: { linkId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: {
      ...{ id: true, kind: true, state: true, title: true, reviewNote: true, createdAt: true, contactKind: true },
      contact: { select: { cipher: true } },
    },
  });
  return rows.map(({ id, title, reviewNote, createdAt, ...row }) => {
    const state = row.state as ProjectState;
    const asked = { contactKind: row.contactKind as ContactKind, contact: openContact(row.contact) };
    const shown = shownToVillage({ state, title, reviewNote, ...asked });
    return { id, kind: row.kind as ProjectKind, state, createdAt, ...shown };
  });
}
