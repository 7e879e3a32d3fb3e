import { normaliseName } from "@/domain/people/name";
import { organisationKey, parseShortCode } from "@/domain/people/organisation";
import type { TransferKind } from "@/domain/people/transfer";
import { db } from "@/lib/db";

export type Target = { ok: true; id: string } | { ok: false; detail: string };

/**
 * The open place that was typed: an organisation by its name or short code; a branch by its name, with the station in
 * front where two have the same (`示例一站，示例支部`).
 */
export function findTarget(kind: TransferKind, typed: string): Promise<Target> {
  return kind === "membership" ? findBranch(typed) : findOrganisation(typed);
}

async function findOrganisation(typed: string): Promise<Target> {
  const code = parseShortCode(typed);
  const row = await db().organisation.findFirst({
    where: { state: "active", OR: [{ nameKey: organisationKey(typed) }, ...(code ? [{ shortCode: code }] : [])] },
    select: { id: true },
  });
  return row ? { ok: true, id: row.id } : { ok: false, detail: "没有找到这个单位。请写全称，或者它的组织短码。" };
}

async function findBranch(typed: string): Promise<Target> {
  const [first = "", second] = typed.split(/[，,/／]/u);
  const rows = await db().branch.findMany({
    where: {
      ...{ state: "active", name: normaliseName(second ?? first) },
      ...(second === undefined ? {} : { station: { name: normaliseName(first) } }),
    },
    select: { id: true },
    take: 2,
  });
  const [row] = rows;
  if (rows.length > 1) return { ok: false, detail: "不止一个支部叫这个名字，请写成“工作站，支部名”。" };
  return row ? { ok: true, id: row.id } : { ok: false, detail: "没有找到这个支部。请写支部全称，一个字也不要差。" };
}
