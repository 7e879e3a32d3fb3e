import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import { listOpenAbout } from "@/features/feedback/queries";
import { feedbackView, targetOf, type FeedbackView, type Target } from "@/features/feedback/view";
import { findTakenDown } from "@/features/takedowns/queries";
import { targetName } from "@/features/takedowns/view";
import { now } from "@/lib/clock";
import { newId } from "@/lib/randomness";
import { countErrataPages, findCorrectable, findErrataPageOf, findNamesOf, listErrata } from "./queries";
import { monthsOf, versionWords, type MonthOfErrata } from "./view";

type Params = Promise<Record<string, string | string[] | undefined>>;

export type ErrataRecord = { months: MonthOfErrata[]; page: number; pages: number };

async function readRecord(wanted: string | string[] | undefined): Promise<ErrataRecord> {
  const pages = await countErrataPages();
  const page = Math.min(Math.max(1, Math.trunc(Number(wanted)) || 1), pages);
  const rows = await listErrata(page);
  const [names, down] = await Promise.all([findNamesOf(rows), findTakenDown()]);
  return { months: monthsOf(rows, names, down), page, pages };
}

/** 更正记录, for everybody: the page that is asked for, or that holds the correction an address names. */
export async function loadErrata(params: Params): Promise<ErrataRecord> {
  const { page, on } = await params;
  const holding = typeof on === "string" ? await findErrataPageOf(on) : null;
  return readRecord(holding === null ? page : String(holding));
}

/** What is to be corrected, as it reads now, and who waits for it. */
export type Correcting = {
  target: Target;
  /** Names this form for good. */
  formKey: string;
  what: string;
  version: string;
  versionWords: string;
  /** Since when it reads like that. */
  since: string;
  /** Whether it still reads as when the last of the reports came. */
  isUnchanged: boolean;
  isSealed: boolean;
  reports: FeedbackView[];
};

export type ErrataDesk = ErrataRecord & {
  who: string;
  place: string;
  today: string;
  /** What the address names; null when it names nothing, or nothing that exists: `asked` says which. */
  correcting: Correcting | null;
  asked: string;
};

/** 更正: what was published, and one more. For the committee of the whole zone. */
export async function loadErrataDesk(params: Params): Promise<ErrataDesk> {
  const { session, actor, grant } = await gateCommittee("/committee/errata");
  if (!can(actor, "erratum.publish", { kind: "content" })) notFound();
  const { on, page } = await params;
  const asked = typeof on === "string" ? on.trim() : "";
  const [frame, record, correcting] = await Promise.all([
    findFrame(session.memberId, grant),
    readRecord(page),
    loadCorrecting(asked),
  ]);
  return { ...frame, ...record, today: businessDateOf(now()), correcting, asked };
}

/** As it is copied from the bar of the browser or typed: with the site's name or without. */
const pathOf = (asked: string): string => asked.replace(/^https?:\/\/[^/]+/, "").replace(/^\/|[?#].*$/g, "");

async function loadCorrecting(asked: string): Promise<Correcting | null> {
  const target = targetOf(pathOf(asked));
  const found = target && (await findCorrectable(target.kind, target.id));
  if (!target || !found) return null;
  const at = now();
  const rows = await listOpenAbout(target.kind, target.id);
  return {
    ...{ target, formKey: newId(at), what: targetName(target.kind, found.title) },
    version: found.version,
    versionWords: versionWords(target.kind, found.version),
    since: formatFull(businessDateOf(found.since)),
    isUnchanged: rows.some(({ createdAt }) => createdAt >= found.since),
    isSealed: found.isSealed,
    reports: rows.map((row) => feedbackView(row, businessDateOf(at))),
  };
}
