import { Icon } from "@/components/ui/icon";
import { State } from "@/components/ui/state";
import type { ImportPage } from "../loaders/load-import";
import { inWords } from "../view";
import { CancelImport, WriteImport } from "./import-acts";

/** What the file would do, in figures with their words, and the one button that does it. */
export function ImportTally({ page }: { page: ImportPage }) {
  const { file } = page;
  const { counts, table } = file;
  if (counts === null || table === null) return null;
  const ready = counts.new + counts.update;
  return (
    <div className="tally">
      <div className="wide">
        <span className="meta">文件</span>
        <p className="font-semibold break-all">{file.fileName}</p>
        <span className="meta">
          工作表“{table.sheet}”，{file.total}行，表头在第{table.headerRow}行
        </span>
      </div>
      <div>
        <b>{ready}</b>
        <State tone="ok" icon={<Icon name="check" />}>
          可以写入
        </State>
        <span className="meta block">
          {inWords([
            ["新登记", counts.new],
            ["有变化", counts.update],
          ])}
        </span>
      </div>
      <div>
        <b>{counts.fault}</b>
        <State tone={counts.fault > 0 ? "bad" : "plain"}>有错，先不写</State>
      </div>
      <div>
        <b>{counts.same + counts.move}</b>
        <State tone="wait" icon={<Icon name="people" />}>
          {file.kind === "duties" ? "没有要定的，不写" : "已在册，不写"}
        </State>
        <span className="meta block">
          {inWords([
            ["没有变化", counts.same],
            ["要转接", counts.move],
          ])}
        </span>
      </div>
      <div className="wide go">
        {ready > 0 ? <WriteImport importId={file.id} rows={ready} /> : null}
        {ready === 0 ? <span className="meta">没有要写入的行</span> : null}
        <span className="meta">到现在为止，什么都没有写入</span>
        <CancelImport importId={file.id} />
      </div>
    </div>
  );
}
