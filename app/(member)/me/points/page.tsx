import { Icon } from "@/components/ui/icon";
import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty, State } from "@/components/ui/state";
import { LedgerList } from "@/features/points/components/ledger-list";
import { loadLedger } from "@/features/points/loaders";

export const metadata: Metadata = { title: "积分流水" };

type Props = { searchParams: Promise<{ cursor?: string | string[] }> };

export default async function PointsPage({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const page = await loadLedger(typeof cursor === "string" ? cursor : undefined);
  return (
    <PhonePage tab="me" title="积分流水" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">积分流水</h1>
      <section className="card pad mt-3">
        <State tone="plain" icon={<Icon name="lock" />}>
          只有你看得到
        </State>
        <p className="mt-1">
          {page.present.label}，共<b>{page.present.points}分</b>
        </p>
        <p className="meta mt-1">流水只增不改，记错了用一笔冲销更正。没有连续签到，哪天不来都不扣分。</p>
      </section>
      {page.quarters.length === 0 ? (
        <Empty
          title={page.isFirstPage ? "还没有一笔流水" : "后面没有了"}
          hint={page.isFirstPage ? "答完一条天天谈或一课的回想题，就有第一笔" : "从第一页往回看，流水都在"}
          action={page.isFirstPage ? { href: "/", label: "看今天这一条" } : { href: "/me/points", label: "回到第一页" }}
        />
      ) : (
        page.quarters.map((quarter) => <LedgerList key={quarter.quarter} {...quarter} />)
      )}
      {page.nextCursor ? (
        <a className="btn wide mt-4" href={`/me/points?cursor=${page.nextCursor}`}>
          更早的
        </a>
      ) : null}
      <section className="group" id="rules">
        <header>
          <h2>积分怎么记</h2>
        </header>
        <dl className="terms">
          {page.rules.map(({ name, rule }) => (
            <div key={name} className="mb-3">
              <dt>{name}</dt>
              <dd className="text-left">{rule}</dd>
            </div>
          ))}
        </dl>
        <p className="meta mt-3">{page.dailyLimit}</p>
      </section>
    </PhonePage>
  );
}
