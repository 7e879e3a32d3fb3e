import { Panel } from "@/components/ui/state";
import type { InviteesPage } from "../loaders/load-invitees";

/**
 * One POST for everybody chosen: the answer is the spreadsheet or the page of slips, the only place where the links
 * exist. A plain form: the answer is a file, not a state of this page.
 */
export function IssueForm({ list }: { list: InviteesPage }) {
  const { filter, path, count, chosen, isInWeChat } = list;
  const { stationId, organisationId, branchId, link } = filter;
  if (chosen === 0) return null;
  return (
    <form method="post" action={`${path}/batch`} className="grid gap-3 px-4 py-3">
      {Object.entries({ stationId, organisationId, branchId, link }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Panel tone="plain" title={`给选中的${chosen}人发邀请。`}>
        {link !== "without" && count.withLink > 0
          ? "重发一次，这些人以前拿到的链接和邀请条就作废了，要换成新的。"
          : "链接14天内有效，每个只能用一次；再发一次，以前的就作废。"}
        链接只在下载的表格或打印的页面里出现一次，系统里不保存。
      </Panel>
      {isInWeChat ? (
        <Panel tone="wait" title="微信里不能下载文件。">
          点右上角“…”，选“在浏览器打开”，再发邀请。
        </Panel>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <button className="btn" type="submit" name="format" value="slips" formTarget="_blank">
          发邀请，打印邀请条
        </button>
        <button className="btn" type="submit" name="format" value="xlsx">
          发邀请，下载表格
        </button>
      </p>
    </form>
  );
}
