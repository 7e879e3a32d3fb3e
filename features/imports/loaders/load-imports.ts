import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/domain/access/can";
import type { Actor, Resource } from "@/domain/access/types";
import { gateCommittee } from "@/features/access/gates/page";
import { findFrame } from "@/features/access/queries";
import type { ZoneScope } from "@/features/access/types";
import { listImports, type ImportFileRow } from "../queries/find-import";

const PATH = "/committee/imports";
const LISTED = 30;

export type ImportsPage = {
  path: string;
  who: string;
  place: string;
  files: ImportFileRow[];
  mayImport: boolean;
  mayExport: boolean;
};

export const resourceOf = ({ stationId }: { stationId: string | null }): Resource =>
  stationId === null ? { kind: "zone" } : { kind: "station", stationId };

const may = (actor: Actor, permission: "register.import" | "register.export", scope: ZoneScope): boolean =>
  can(actor, permission, resourceOf(scope));

/** 导入导出, for those who bring in or take away: uploads, templates, registers to download, and the files of the last days. */
export async function loadImports(): Promise<ImportsPage> {
  const { session, scope, actor, grant } = await gateCommittee(PATH);
  const mayImport = may(actor, "register.import", scope);
  const mayExport = may(actor, "register.export", scope);
  if (!mayImport && !mayExport) notFound();
  const [frame, files] = await Promise.all([findFrame(session.memberId, grant), listImports(scope, LISTED)]);
  return { path: PATH, ...frame, files: mayImport ? files : [], mayImport, mayExport };
}
