import type { ImportPage } from "../loaders/load-import";
import { partHref } from "../view";

/** Which rows are shown; what comes back marked can be taken away from here. */
export function PartTabs({ page }: { page: ImportPage }) {
  const { file, show, path } = page;
  const { counts } = file;
  if (counts === null) return null;
  const parts = [
    { show: "faults", label: "有错", count: counts.fault },
    { show: "new", label: "新登记", count: counts.new },
    { show: "updates", label: "有变化", count: counts.update },
    { show: "moves", label: "要转接", count: counts.move },
    { show: "absent", label: "表里没有写到", count: file.absent.length },
    // Nothing of a duty is registered or moved by a file.
  ].filter((each) => file.kind !== "duties" || each.show === "faults" || each.show === "updates");
  return (
    <>
      <nav className="subtabs px-4" aria-label="看哪些行">
        {parts.map((each) => (
          <a
            key={each.show}
            href={partHref(path, { show: each.show, page: 1 })}
            aria-current={each.show === show ? "true" : undefined}
          >
            {each.label}
            {each.count}
          </a>
        ))}
      </nav>
      <p className="meta px-4 py-2">
        {hintOf(page)}
        {counts.fault > 0 && show === "faults" && file.kind !== "projects" ? (
          <>
            <a className="inline-link" href={`${path}/marked`} download>
              下载标注过的表
            </a>
            ，在表里对着改。
          </>
        ) : null}
      </p>
    </>
  );
}

function hintOf({ file, show }: ImportPage): string {
  if (file.kind === "projects" && show === "new") return "写入以后等初审；联系方式不在这里显示。";
  return file.kind === "duties" && show === "updates" ? "只写这里列出的；退回的，报的人会看到还差什么。" : HINTS[show];
}

const HINTS: Readonly<Record<ImportPage["show"], string>> = {
  faults: "有错的行不写入，别的行照常写。",
  new: "写入以后是还没登录过的账号，再发邀请。",
  updates: "只改这里列出的几处，空着的格子不改原来的。",
  moves: "换单位、换支部、换工作站不由表格办：打开这一页去转接。",
  absent: "在册、表里没有写到的，一个也不会删除。",
};
