// What the commands of the backup family say when something goes wrong.
import { ArchiveFault } from "../../lib/backup/archive-fault";

const SYSTEM_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: "磁盘满了。已写的部分已清除，原来的备份都在。请腾出空间后再试。",
  EACCES: "没有读写这个文件或文件夹的权限。请换用运行服务的那个用户，或改正权限。",
  EROFS: "这个文件夹是只读的。请换一个文件夹。",
  ENOENT: "文件或文件夹不存在。请核对路径。",
  EISDIR: "这是一个文件夹，不是备份文件。",
  ECONNREFUSED: "连不上PostgreSQL。请核对DATABASE_URL，看数据库是否在运行。",
  SQLITE_FULL: "磁盘满了。数据没有改动。请腾出空间后再试。",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** One sentence for the person at the keyboard: what happened and what to do. */
export function failureText(error: unknown): string {
  if (error instanceof ArchiveFault) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const known = SYSTEM_FAULTS[codeOf(error)];
  return known === undefined ? message : `${known}（${message}）`;
}
