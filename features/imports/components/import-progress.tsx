import { Box } from "@/components/layout/console-page";
import { Panel } from "@/components/ui/state";
import type { ImportFileRow } from "../queries/find-import";
import type { ImportCounts } from "../types";
import { inWords } from "../view";
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

const AFTERWARDS: Readonly<Record<ImportFileRow["kind"], string>> = {
  organisations: "",
  members: "新登记的人收到邀请以后才能登录。",
  questions: "写入的都是草稿，还要另一位同志复核发布。",
  projects: "写入的都等初审，还要另外两位同志审过才公开。",
  duties: "",
};

/** What became of a file that is finished, and where to go on. */
export function ImportEnd({ file }: { file: ImportFileRow }) {
  const { state, counts, note } = file;
  if (state === "written" && counts !== null) {
    return (
      <>
        <ImportSteps at={4} />
        <Panel tone="ok" title={`写入了${counts.new + counts.update}行。`}>
          {sentence(writtenWords(counts))}
          {sentence(leftWords(counts))}
          {counts.new > 0 ? AFTERWARDS[file.kind] : ""}
        </Panel>
        <p className="flex flex-wrap gap-3 py-4">
          {file.kind === "members" && counts.new > 0 ? (
            <a className="btn" href="/committee/invitations">
              去发邀请
            </a>
          ) : null}
          {counts.fault > 0 && file.isKept && file.kind !== "projects" ? (
            <a className="btn" href={`/committee/imports/${file.id}/marked`} download>
              下载标注过的表
            </a>
          ) : null}
          <Again />
        </p>
      </>
    );
  }
  const title = state === "cancelled" ? "这个文件没有导入。" : "这个文件没有读成。";
  return (
    <>
      <Panel tone={state === "cancelled" ? "plain" : "bad"} title={title}>
        {note || "什么都没有写入。"}
      </Panel>
      <p className="py-4">
        <Again />
      </p>
    </>
  );
}

const Again = () => (
  <a className="btn" href="/committee/imports">
    换一个文件
  </a>
);

const sentence = (words: string): string => (words === "" ? "" : `${words}。`);

const writtenWords = (counts: ImportCounts): string =>
  inWords([
    ["新登记", counts.new],
    ["改了", counts.update],
    ["没有变化", counts.same],
  ]);

function leftWords({ fault, move }: ImportCounts): string {
  const words = inWords([
    ["有错的", fault],
    ["要转接的", move],
  ]);
  return words === "" ? "" : `${words}没有写`;
}
