import type { CardView } from "@/features/library/view";
import { qrSvg } from "@/lib/qr-code";
import { foldOf, notesOnPaper, type LeafletView } from "../view";

/** The leaflet on paper: two sides of A4 in landscape, each in three panels. Shown by the printer alone. */
export function FoldedSheet({ leaflet }: { leaflet: LeafletView }) {
  const { inside, flap } = foldOf(leaflet);
  return (
    <div className="folded">
      <div className="side outer">
        <Panel cards={flap} before={inside.flat().length} />
        <div className="panel-back">
          <div dangerouslySetInnerHTML={{ __html: qrSvg(leaflet.address) }} />
          <p>扫码在手机上翻卡片，每一处出处都能点开。</p>
          <p className="address">{leaflet.address}</p>
          <h2>出处（{leaflet.checked}）</h2>
          <ol>
            {leaflet.sources.map(({ id, title, publisher }, index) => (
              <li key={id}>
                〔{index + 1}〕{title}，{publisher}
              </li>
            ))}
          </ol>
        </div>
        <div className="panel-cover">
          <p>应知应会</p>
          <h2>{leaflet.title}</h2>
          <p>{leaflet.summary}</p>
          <p className="brand-line">指尖课堂</p>
        </div>
      </div>
      <div className="side inner">
        {inside.map((cards, index) => (
          <Panel key={cards[0]?.anchor} cards={cards} before={2 * index} />
        ))}
      </div>
    </div>
  );
}

function Panel({ cards, before }: { cards: readonly CardView[]; before: number }) {
  return (
    <ol className="panel-cards" start={before + 1}>
      {cards.map((card) => (
        <li key={card.anchor}>
          <h3>{card.front}</h3>
          <p>{card.back}</p>
          <p className="numbers">{notesOnPaper(card)}</p>
        </li>
      ))}
    </ol>
  );
}
