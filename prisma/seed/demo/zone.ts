// The demo zone as a whole: made once, recognised, cleared.
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { markDemo } from "@/features/installation/mutations";
import { isDemo } from "@/features/installation/queries";
import { SETTINGS } from "@/features/installation/constants";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { removeMembers, removePlaces, removeStories } from "../remove";
import { removeContests, removeProjects, removeTemplates } from "../remove-work";
import { plantAssignments, plantRecords } from "./assignments";
import { plantContests } from "./contests";
import { plantDuties } from "./duties";
import { plantHistory } from "./history";
import { plantPeople, type DemoAccount } from "./people";
import { DEMO, plantPlaces } from "./places";
import { plantProjects } from "./projects";
import { plantStories } from "./stories";

const isDemoId = { startsWith: DEMO };

export const accountsFile = (): string => path.join(env().DATA_DIR, "demo-accounts.txt");

/** The printed accounts, or null when there are none. */
export function readAccounts(): string | null {
  const file = accountsFile();
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** True when any row of the demo zone is there, also of one that was half made. */
export async function hasDemo(): Promise<boolean> {
  if (await isDemo()) return true;
  const members = await db().member.count({ where: { id: isDemoId } });
  return members > 0 || (await db().station.count({ where: { id: isDemoId } })) > 0;
}

export type Ensured = "made" | "present" | "real-people";

/**
 * Makes the demo zone in a folder without people. One that is complete stays as it is, one that was half made is made
 * anew, and where real people or places are nothing is done.
 */
export async function ensureDemo(now: Date): Promise<Ensured> {
  if (await isDemo()) return "present";
  const others = { where: { id: { not: isDemoId } } };
  const people = await db().member.count(others);
  const places = (await db().station.count(others)) + (await db().organisation.count(others));
  if (people + places > 0) return "real-people";
  if (await hasDemo()) await removeRows();
  await plantPlaces(now);
  const accounts = await plantPeople(now);
  await plantAssignments(now);
  await plantHistory(now);
  await plantRecords(now);
  await plantContests(now);
  await plantDuties(now);
  await plantProjects(now);
  await plantStories(now);
  writeAccounts(accounts);
  await markDemo(true, now);
  return "made";
}

/** Removes every row of the demo zone, and only those, and the file with the accounts. False when there was none. */
export async function clearDemo(now: Date): Promise<boolean> {
  const present = await hasDemo();
  if (present) await removeRows();
  rmSync(accountsFile(), { force: true });
  await markDemo(false, now);
  return present;
}

async function removeRows(): Promise<void> {
  await removeAcceptance();
  await removeSeasons();
  await db().takedown.deleteMany({ where: { takenById: isDemoId } });
  await removeProjects(DEMO);
  await removeContests(DEMO);
  await removeStories(DEMO);
  await removeMembers(DEMO);
  await removePlaces(DEMO);
  await removeTemplates(DEMO);
}

/** A person who does not exist cannot have accepted the library. */
async function removeAcceptance(): Promise<void> {
  const act = await db().auditEntry.findFirst({
    where: { action: "content.accept-library" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { actorId: true },
  });
  if (act?.actorId?.startsWith(DEMO)) await db().setting.deleteMany({ where: { key: SETTINGS.acceptedLibrary } });
}

/** A quarter that was closed with people of the demo zone alone goes; in others they become 已退出. */
async function removeSeasons(): Promise<void> {
  const seasons = await db().season.findMany({
    select: { quarter: true, places: { select: { memberId: true } } },
  });
  for (const { quarter, places } of seasons) {
    const ofDemo = places.filter((place) => place.memberId?.startsWith(DEMO));
    if (ofDemo.length === 0) continue;
    if (ofDemo.length === places.length) await db().season.delete({ where: { quarter } });
    else await db().seasonPlace.updateMany({ where: { quarter, memberId: isDemoId }, data: { memberId: null } });
  }
}

/** Columns by display width: a Chinese sign is two wide. */
function column(text: string, width: number): string {
  const shown = [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
  return text + " ".repeat(Math.max(2, width - shown));
}

function writeAccounts(accounts: readonly DemoAccount[]): void {
  const lines = accounts.map(({ account, login, password }) => `${column(account, 32)}${column(login, 12)}${password}`);
  const text = [
    "演示账号（组织和人员均为虚构）：",
    `${column("身份", 32)}${column("登录名", 12)}密码`,
    ...lines,
    "",
  ].join("\n");
  const file = accountsFile();
  writeFileSync(file, text, { mode: 0o600 });
  // An older file keeps its mode when it is written anew.
  chmodSync(file, 0o600);
}
