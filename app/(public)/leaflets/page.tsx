import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { LibraryNotice } from "@/components/layout/reading";
import { Drawing } from "@/components/ui/drawing";
import { Empty } from "@/components/ui/state";
import { KeepPage } from "@/features/leaflets/components/keep-page";
import { loadLeaflets } from "@/features/leaflets/loaders";
import { shareMetadata } from "@/lib/share-metadata";

export function generateMetadata(): Metadata {
  return shareMetadata({
    title: "应知应会",
    description: "一张折页八张卡片，手机上翻着记，也能打印出来折好带在身上。",
    path: "/leaflets",
    kind: "website",
  });
}

/** 应知应会: the leaflets. */
export default async function LeafletsPage() {
  const leaflets = await loadLeaflets();
  return (
    <PhonePage tab="learn" title="应知应会" back={{ href: "/lessons", label: "回到学习" }}>
      <h1 className="vh">应知应会折页</h1>
      <p className="second small mt-3 mb-3">一张折页八张卡片，翻着记；也能打印出来，折好带在身上。</p>
      <LibraryNotice />
      {leaflets.length === 0 ? (
        <Empty title="还没有折页" hint="折页写好后会排在这里" action={{ href: "/lessons", label: "先看课程" }} />
      ) : (
        <ul className="leaflets">
          {leaflets.map(({ href, title, summary, drawing }) => (
            <li key={href}>
              <a className="card pad leaflet-link" href={href}>
                <Drawing name={drawing} className="art" />
                <h2>{title}</h2>
                <span className="meta">{summary}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <KeepPage />
    </PhonePage>
  );
}
