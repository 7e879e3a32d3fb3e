import type { NoticeLine } from "../view";

/** The messages of one page; what leads somewhere says so. */
export function InboxList({ lines }: { lines: NoticeLine[] }) {
  return (
    <ul className="card thread mt-4">
      {lines.map((line) => (
        <li key={line.id}>
          <p className="from">
            <span>{line.isNew ? "新消息" : "看过"}</span>
            <time dateTime={line.instant}>{line.at}</time>
          </p>
          {line.title === "" ? null : <b className="block">{line.title}</b>}
          {line.text}
          {line.href === "" ? null : (
            <a
              className="link flex min-h-tap items-center"
              href={line.href}
              aria-label={`打开：${line.title || line.text}`}
            >
              打开
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
