import { normaliseName } from "@/domain/people/name";
import { lockOpenOrganisation } from "@/features/organisations/mutations/set-organisation-state";
import { lockOpenStation } from "@/features/stations/mutations";
import type { Tx } from "@/lib/db";

export type BranchFault = { ok: false; field: "name" | "stationId" | "hostOrganisationId"; detail: string };

export type TypedBranch = {
  name: string;
  /** The organisation that hosts it; null makes a joint branch, which takes members of several. */
  hostOrganisationId: string | null;
  /** Of a joint branch; a hosted one stands in its host's station. */
  stationId: string;
};

export type BranchFacts = {
  name: string;
  kind: "hosted" | "joint";
  hostOrganisationId: string | null;
  stationId: string;
};

const LONGEST_NAME = 60;

const fault = (field: BranchFault["field"], detail: string): BranchFault => ({ ok: false, field, detail });

/** The name in its one spelling, or the reason why it is none. */
export function readBranchName(typed: string): { ok: true; name: string } | BranchFault {
  const name = normaliseName(typed);
  if (name === "") return fault("name", "请输入支部名称。");
  return [...name].length > LONGEST_NAME ? fault("name", `支部名称最多${LONGEST_NAME}个字。`) : { ok: true, name };
}

/**
 * Where the branch stands, once its station and its host are known to be open. Both stay locked until the end of the
 * transaction, so that of two taps at once the second one sees the branch of the first.
 */
export async function placeBranch(
  tx: Tx,
  { name, hostOrganisationId, stationId }: TypedBranch,
): Promise<{ ok: true; facts: BranchFacts } | BranchFault> {
  const host =
    hostOrganisationId === null
      ? null
      : await tx.organisation.findUnique({ where: { id: hostOrganisationId }, select: { stationId: true } });
  const facts: BranchFacts = {
    name,
    kind: hostOrganisationId === null ? "joint" : "hosted",
    hostOrganisationId,
    stationId: host?.stationId ?? stationId,
  };
  if (hostOrganisationId !== null && host === null) return fault("hostOrganisationId", "没有这个组织，请重新选择。");
  if (!(await lockOpenStation(tx, facts.stationId))) {
    return fault("stationId", "没有这个工作站，或已经关闭，请重新选择。");
  }
  if (hostOrganisationId !== null && !(await lockOpenOrganisation(tx, hostOrganisationId))) {
    return fault("hostOrganisationId", "这个组织已经关闭，不能设支部，请重新选择。");
  }
  return { ok: true, facts };
}

/** The same name twice at one station is taken for a double tap, or would be mistaken for the other one. */
export async function findNamesake(tx: Tx, facts: BranchFacts, ownId: string | null): Promise<BranchFault | null> {
  const { name, stationId } = facts;
  const others = { name, stationId, ...(ownId === null ? {} : { id: { not: ownId } }) };
  if ((await tx.branch.count({ where: others })) === 0) return null;
  return fault("name", `这个工作站已经有“${name}”了，请换一个名称。`);
}
