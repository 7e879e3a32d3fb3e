import type { VillagePage } from "../loaders/load-village";

/** What came by this link and how far it is, folded unless `isOpen`: it works without script. */
export function SentList({ page: { sent, station }, isOpen }: { page: VillagePage; isOpen: boolean }) {
  if (sent.length === 0) return null;
  const hasReturned = sent.some(({ isReturned }) => isReturned);
  return (
    <details open={isOpen || hasReturned}>
      <summary className="btn">最近报的{sent.length}个，办到哪一步</summary>
      {hasReturned ? <p className="pt-3">退回修改的，请和{station}一起改。改好了由工作站重新送审，不用另报。</p> : null}
      <ul className="thread">
        {sent.map(({ id, title, state, at, why }) => (
          <li key={id}>
            <p className="from">
              <span>
                {title}，{state}
              </span>
              <span className="nb">{at}报</span>
            </p>
            {why === null ? null : <p className="said">{why}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
