type Props = {
  path: string;
  kind: string;
  label: string;
  hint: string;
  /** What is filled in, where that is no empty template. */
  sheet?: { href: string; label: string };
};

/** One plain form for each kind: choose a file, send it. Works without script; the answer leads to the page of the file. */
export function UploadForm({ path, kind, label, hint, sheet }: Props) {
  const { href, label: verb } = sheet ?? { href: `${path}/template/${kind}`, label: "下载模板" };
  const id = `file-${kind}`;
  return (
    <form method="post" action={`${path}/upload`} encType="multipart/form-data" className="grid gap-3 px-4 py-3">
      <input type="hidden" name="kind" value={kind} />
      <div className="ask max-w-xl">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          name="file"
          type="file"
          className="py-2.5"
          required
          accept=".xlsx,.csv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
          aria-describedby={`${id}-note`}
        />
        <p className="meta" id={`${id}-note`}>
          {hint}
        </p>
      </div>
      <p className="flex flex-wrap gap-3">
        <button className="btn" type="submit">
          上传并试导入
        </button>
        <a className="btn plain" href={href} download>
          {verb}
        </a>
      </p>
    </form>
  );
}
