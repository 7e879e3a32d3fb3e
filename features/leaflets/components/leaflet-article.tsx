import {
  Corrections,
  LibraryNotice,
  PeriodName,
  ReadAloud,
  Reading,
  ReportLink,
  Sources,
} from "@/components/layout/reading";
import { Drawing } from "@/components/ui/drawing";
import { Icon } from "@/components/ui/icon";
import { ERRATA_PAGE } from "@/features/errata/view";
import type { LeafletPage } from "../loaders";
import { FlipCards } from "./flip-cards";
import { FoldedSheet } from "./folded-sheet";

/** One leaflet: on a screen cards to turn, on paper a folded sheet. */
export function LeafletArticle({ leaflet, corrections }: Extract<LeafletPage, { state: "shown" }>) {
  return (
    <>
      <Reading period={leaflet.period} className="no-print">
        <header className="head">
          <Drawing name={leaflet.drawing} className="art" />
          <p className="meta">
            应知应会折页，{leaflet.cards.length}张卡片
            <PeriodName period={leaflet.period} />
          </p>
          <h1>{leaflet.title}</h1>
          <p className="lede">{leaflet.summary}</p>
          <ReadAloud />
          <LibraryNotice />
        </header>
        <p className="meta">点一张翻开，再点一下合上。</p>
        <FlipCards cards={leaflet.cards} />
        <p className="mt-4">
          <a className="btn" href={leaflet.pdf}>
            <Icon name="print" small />
            下载折页（PDF）
          </a>
        </p>
        <p className="meta mt-2">A4纸双面打印，沿短边翻转，折成三折，背面带二维码。打开过的折页没有网也能看。</p>
        <Corrections lines={corrections} />
        <Sources record={ERRATA_PAGE} sources={leaflet.sources} checked={leaflet.checked} against={leaflet.against} />
        <ReportLink href={leaflet.report} />
      </Reading>
      <FoldedSheet leaflet={leaflet} />
    </>
  );
}
