import { FilterSelect } from "@/components/forms/filter-select";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import type { OwnDutiesPage } from "../loaders/own-duties";
import { ConfirmList } from "./confirm-list";
import { DutyTable } from "./duty-table";

/** The duties of a branch or an organisation: now, later, done. */
export function DutyGroups({ page }: { page: OwnDutiesPage }) {
  const { path, year, years, groups, waiting } = page;
  return (
    <>
      {waiting.length === 0 ? null : (
        <Box title="支部办了，等你确认" note={`${waiting.length}件`}>
          <ConfirmList duties={waiting} hrefBase={path} mayConfirm />
        </Box>
      )}
      {groups.length === 0 ? (
        <Box title={`${year}年`}>
          <Empty title={`${year}年没有责任`} hint="工委下发责任清单以后，这里按日子列出来，提前一周提醒" />
        </Box>
      ) : null}
      {groups.map(({ title, note, duties }) => (
        <Box key={title} title={title} note={note}>
          <DutyTable duties={duties} hrefOf={(id) => `${path}/${id}`} />
        </Box>
      ))}
      <form className="flex flex-wrap items-end gap-3 pb-4" method="get">
        <FilterSelect name="year" label="年份" value={year} choices={years} />
        <button className="btn" type="submit">
          看这一年
        </button>
      </form>
      <p className="meta">办了就是办了，不要求拍照上传。来不及的写明原因推迟就行。</p>
    </>
  );
}
