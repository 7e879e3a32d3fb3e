import type { ReactNode } from "react";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import type { TransfersPage } from "../loaders";
import type { MovesOfPerson, ShownTransfer } from "../types";
import { TransferActs } from "./transfer-acts";
import { MoveForms, RequestByLoginForm } from "./transfer-forms";

/** Requests one under another, with what may be done about each. */
export function TransferItems({ items, withName = true }: { items: ShownTransfer[]; withName?: boolean }) {
  return (
    <ul className="thread">
      {items.map((item) => (
        <li key={item.id}>
          <p className="from">
            <span>{item.status}</span>
            <span className="nb">{item.by}</span>
          </p>
          <p>
            {withName ? (
              <>
                <b>
                  {item.href ? (
                    <a className="inline-link" href={item.href}>
                      {item.name}
                    </a>
                  ) : (
                    item.name
                  )}
                </b>
                ，
              </>
            ) : null}
            {item.what}，{item.when}
          </p>
          {item.reason ? <p className="meta">理由：{item.reason}</p> : null}
          <TransferActs transfer={item} />
        </li>
      ))}
    </ul>
  );
}

/** 转接 of a console: what is open, the way to ask, what ended last. */
export function TransferBoxes({ page, empty }: { page: TransfersPage; empty: string }) {
  return (
    <>
      <Box title="等办的转接" note={page.total === 0 ? "没有" : `${page.total}份，先来的在前`}>
        {page.open.length === 0 ? <Empty title="没有等办的转接" hint={empty} /> : <TransferItems items={page.open} />}
        {page.total > page.open.length ? (
          <p className="meta px-4 py-3">先列出{page.open.length}份，办完再列后面的。</p>
        ) : null}
      </Box>
      {page.request ? (
        <Box title="申请转接">
          <details className="px-4 py-3">
            <summary className="btn">
              {page.request.kind === "membership" ? "转进一位同志，或转出一位" : "转进一位职工，或转出一位"}
            </summary>
            <RequestByLoginForm {...page.request} />
          </details>
        </Box>
      ) : null}
      {page.agreed.length > 0 ? (
        <Box title="办好了，还没到日子的" note={`${page.agreed.length}份，到那天前可以取消`}>
          <TransferItems items={page.agreed} />
        </Box>
      ) : null}
      {page.ended.length > 0 ? (
        <Box title="最近办过的" note={`${page.ended.length}份`}>
          <TransferItems items={page.ended} />
        </Box>
      ) : null}
    </>
  );
}

/** 转接 on one person's page; nothing when there is nothing to see or to ask for. */
export function MovesBox({ moves, memberId }: { moves: MovesOfPerson; memberId: string }): ReactNode {
  const ahead = [...moves.open, ...moves.agreed];
  if (ahead.length === 0 && moves.choices === null) return null;
  return (
    <Box title="转接" {...(moves.open.length > 0 ? { note: "有没办完的申请" } : {})}>
      {ahead.length > 0 ? <TransferItems items={ahead} withName={false} /> : null}
      {moves.choices ? <MoveForms memberId={memberId} choices={moves.choices} /> : null}
    </Box>
  );
}
