// The sources of an earlier commit in a folder of their own, for rehearsing an upgrade from it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./run.mjs";

export type OldTree = { folder: string; commit: string; remove: () => void };

function git(...args: string[]): string | null {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

/** The commit before the newest migration was added: an upgrade from it has something to migrate. Null without that history. */
export function commitBeforeLastMigration(): string | null {
  const newest = git("log", "-1", "--format=%H", "--diff-filter=A", "--no-renames", "--", "prisma/migrations/sqlite");
  return newest ? git("rev-parse", "--verify", "--quiet", `${newest}^`) : null;
}

function commitOf(name: string): string {
  const commit = git("rev-parse", "--verify", "--quiet", `${name}^{commit}`);
  if (commit === null) throw new Error(`git里没有${name}这个提交（也许是浅克隆）。`);
  return commit;
}

function unpack(commit: string, folder: string): void {
  const archive = join(folder, ".tree.tar");
  const packed = git("archive", "--format=tar", `--output=${archive}`, commit) !== null;
  if (!packed || spawnSync("tar", ["xf", archive, "-C", folder]).status !== 0)
    throw new Error(`取不出提交${commit}的文件。`);
  rmSync(archive);
}

/** Unpacks a commit into a new folder. Throws when git does not have it. */
export function unpackCommit(name: string): OldTree {
  const commit = commitOf(name);
  const folder = mkdtempSync(join(tmpdir(), "zhijian-old-"));
  unpack(commit, folder);
  return { folder, commit, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What stays where it is when somebody pulls: packages, builds and notes of what was done. */
const NOT_IN_GIT = ["node_modules", "generated", ".next-builds", ".cache"];

/** Puts another commit in its place, as `git pull` does beside a running server. */
export function pullInto({ folder }: OldTree, name: string): void {
  for (const entry of readdirSync(folder))
    if (!NOT_IN_GIT.includes(entry)) rmSync(join(folder, entry), { recursive: true, force: true });
  unpack(commitOf(name), folder);
}

type Lock = { packages: Record<string, { version?: string; optional?: boolean; devOptional?: boolean }> };
const lockOf = (folder: string) => JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as Lock;

/** True when our node_modules holds every package of the old tree in the old version. */
export function sharesPackages({ folder }: OldTree): boolean {
  const ours = lockOf(root).packages;
  return Object.entries(lockOf(folder).packages).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || optional === true || devOptional === true || ours[path]?.version === version,
  );
}

/** Lets the old tree use our packages; enough for running its sources, not for building (a bundler refuses the link). */
export function linkPackages({ folder }: OldTree): void {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
}

/** Packages of its own without installing, as hard links on the same disk; false when they have to be installed. */
export function copyPackages(tree: OldTree): boolean {
  if (!sharesPackages(tree)) return false;
  return spawnSync("cp", ["-al", join(root, "node_modules"), join(tree.folder, "node_modules")]).status === 0;
}

/** The generated clients: ours when the schema is the same, else made from the old one. */
export function generateClients({ folder }: OldTree): void {
  const schema = spawnSync("diff", ["-r", join(root, "prisma/schema"), join(folder, "prisma/schema")]);
  if (schema.status === 0 && existsSync(join(root, "generated/sqlite"))) {
    cpSync(join(root, "generated"), join(folder, "generated"), { recursive: true });
    return;
  }
  const made = spawnSync(process.execPath, ["scripts/generate.mjs"], { cwd: folder, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`原来版本的数据库客户端没有生成：\n${made.stderr}`);
}
