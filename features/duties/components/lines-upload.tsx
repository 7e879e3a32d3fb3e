"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Panel } from "@/components/ui/state";
import { uploadLines, type Uploaded } from "../client";

/** An edited list comes back: its faults by row and column, or what was written. */
export function LinesUpload({ year }: { year: string }) {
  const [result, setResult] = useState<Uploaded | null>(null);
  const [isBusy, setBusy] = useState(false);
  const router = useRouter();
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    // The marked workbook is a download: the browser sends that form itself.
    if ((event.nativeEvent as SubmitEvent).submitter?.dataset["marked"] !== undefined) return;
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const answer = await uploadLines(year, form);
    setBusy(false);
    setResult(answer);
    if (answer.kind === "written") router.refresh();
  };
  return (
    <div className="grid gap-4">
      <Answer result={result} />
      <form method="dialog" onSubmit={(event) => void send(event)} className="grid gap-3">
        <div className="ask max-w-xl">
          <label htmlFor="lines-file">改好的表格</label>
          <input
            id="lines-file"
            name="file"
            type="file"
            className="py-2.5"
            required
            accept=".xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
            aria-describedby="lines-file-note"
          />
          <p className="meta" id="lines-file-note">
            同名的改不一样的地方，新的加在最后，没写到的不动。有一处不对就什么都不写入。
          </p>
        </div>
        <p className="flex flex-wrap gap-3">
          <button className="btn" type="submit" disabled={isBusy} aria-busy={isBusy}>
            {isBusy ? "正在核对" : "上传"}
          </button>
          {result?.kind === "faults" ? (
            <button
              className="btn"
              type="submit"
              data-marked=""
              formAction={`/committee/duties/years/${year}/upload?marked=1`}
              formMethod="post"
              formEncType="multipart/form-data"
            >
              下载标注过的表
            </button>
          ) : null}
          <a className="btn plain" href={`/committee/duties/years/${year}/sheet`} download>
            导出xlsx
          </a>
        </p>
      </form>
    </div>
  );
}

function Answer({ result }: { result: Uploaded | null }) {
  if (result === null) return null;
  if (result.kind === "refused") {
    return (
      <Panel tone="bad" title="没有写入。" live>
        {result.detail}
      </Panel>
    );
  }
  if (result.kind === "written") {
    return (
      <Panel tone="ok" title="写好了。" live>
        加了{result.added}项，改了{result.changed}项，{result.same}项和原来一样。
      </Panel>
    );
  }
  return (
    <div className="grid gap-2">
      <Panel tone="bad" title={`有${result.faults.length}处不对，什么都没有写入。`} live>
        在表格里照下面的行和列改好，再上传一次；也可以下载标注过的表，在里面改。
      </Panel>
      <ul>
        {result.faults.map(({ row, column, text }) => (
          <li key={`${row} ${column ?? ""} ${text}`}>
            <b className="cell-name">{column === null ? `第${row}行` : `${column}${row}`}</b>　{text}
          </li>
        ))}
      </ul>
    </div>
  );
}
