import type { KeyName } from "@/lib/keys";

const LABELS: Readonly<Record<KeyName, string>> = {
  session: "会话（session）",
  contacts: "联系方式（contacts）",
  lookup: "查找（lookup）",
  receipts: "回执（receipts）",
};

/** Why a process with other keys than the database's must not start, and what to do. */
export function foreignKeysText(names: readonly KeyName[]): string {
  const which = names.map((name) => LABELS[name]).join("、");
  return [
    `没有启动：这个数据库是用另一组密钥建立的，${which}的密钥与它不同。数据没有改动。`,
    "多个进程共用一个数据库时，要给它们同样的KEY_SESSION、KEY_CONTACTS、KEY_LOOKUP、KEY_RECEIPTS；",
    "换过DATA_DIR或恢复过备份时，请把原来的keys文件夹放回DATA_DIR。",
    "确实要更换会话或回执的密钥时，先停掉所有进程，再运行npm run admin -- accept-keys。",
  ].join("\n");
}
