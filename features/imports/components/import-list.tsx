import { Empty } from "@/components/ui/state";
import { formatInstant } from "@/domain/calendar/labels";
import { IMPORT_KIND_LABELS } from "@/domain/imports/words";
import type { ImportFileRow } from "../queries/find-import";
import { STATE_WORDS } from "../view";

/** The files of the last days, the latest first. */
export function ImportList({ path, files }: { path: string; files: readonly ImportFileRow[] }) {
  if (files.length === 0) return <Empty title="还没有导入过" hint="上传一个表，先试导入，看过没有错再写入" />;
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">文件</th>
          <th scope="col">内容</th>
          <th scope="col">上传</th>
          <th scope="col">结果</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <th scope="row">
              <a className="inline-link" href={`${path}/${file.id}`}>
                {file.fileName || "没有文件名"}
              </a>
            </th>
            <td data-label="内容">{IMPORT_KIND_LABELS[file.kind]}</td>
            <td data-label="上传">{formatInstant(file.createdAt)}</td>
            <td data-label="结果">{resultOf(file)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function resultOf({ state, counts }: ImportFileRow): string {
  if (counts === null || (state !== "written" && state !== "checked")) return STATE_WORDS[state];
  const wrong = counts.fault > 0 ? `，${counts.fault}行有错` : "";
  if (state === "checked") return `${STATE_WORDS.checked}，${counts.new + counts.update}行可以写入${wrong}`;
  return `写入了${counts.new + counts.update}行${wrong}`;
}
