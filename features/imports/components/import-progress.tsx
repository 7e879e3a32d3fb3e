import { Box } from "@/components/layout/console-page";
import { Panel } from "@/components/ui/state";
import type { ImportFileRow } from "../queries/find-import";
import { ImportSteps } from "./import-steps";

const SECONDS = 2;

/** How far a file is. The page asks again by itself, also without script. */
export function ImportProgress({ file }: { file: ImportFileRow }) {
  const percent = file.total === 0 ? 0 : Math.floor((100 * file.done) / file.total);
  const isWriting = file.state === "writing";
  return (
    <>
      <meta httpEquiv="refresh" content={String(SECONDS)} />
      <ImportSteps at={isWriting ? 3 : 2} />
      <Box title={isWriting ? "正在写入" : "正在逐行看"} note={file.fileName}>
        <div className="grid gap-3 px-4 py-3" role="status">
          <div className="progress" style={{ "--v": `${percent}%` } as React.CSSProperties} />
          <p>
            {file.total === 0 ? "正在读这个文件" : `看了${file.done}行，共${file.total}行`}
            ，可以离开这一页，过一会儿再回来看。
          </p>
        </div>
      </Box>
    </>
  );
}

/** What became of a file that is finished. */
export function ImportEnd({ file }: { file: ImportFileRow }) {
  const { state, counts, note } = file;
  const next = <a href="/committee/imports">换一个文件</a>;
  if (state === "written" && counts !== null) {
    return (
      <>
        <ImportSteps at={4} />
        <Panel tone="ok" title={`写入了${counts.new + counts.update}行。`}>
          新登记{counts.new}行，改了{counts.update}行，没有变化{counts.same}行。
          {counts.fault + counts.move > 0 ? `${counts.fault}行有错、${counts.move}行要转接，没有写。` : ""}
          {file.kind === "members" && counts.new > 0 ? "新登记的人还不能登录，" : ""}
          {file.kind === "members" && counts.new > 0 ? <a href="/committee/invitations">去发邀请</a> : next}
        </Panel>
      </>
    );
  }
  const title = state === "cancelled" ? "这个文件没有导入。" : "这个文件没有读成。";
  return (
    <Panel tone={state === "cancelled" ? "plain" : "bad"} title={title}>
      {note || "什么都没有写入。"}
      {next}
    </Panel>
  );
}
