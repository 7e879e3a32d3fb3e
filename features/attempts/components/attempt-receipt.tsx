import { Lattice } from "@/components/ui/lattice";
import { State } from "@/components/ui/state";
import { formatDay } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import type { Outcome } from "../schema";
import { SaveReceipt } from "./save-receipt";

/** 7月26日 19:42:07 in Shanghai: a receipt is exact to the second. */
function receivedAt(instant: Date): string {
  const time = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 19);
  return `${formatDay(businessDateOf(instant))} ${time}`;
}

/** The receipt: what arrived and was counted, its number, the server's time, the points. */
export function AttemptReceipt({ outcome, title }: { outcome: Outcome; title: string }) {
  const { receipt, pointsAwarded } = outcome;
  const { answered, total } = receipt;
  const arrived = answered === total ? `${total}题全部送达，已计一次` : `答了的${answered}题都已送达，已计一次`;
  return (
    <section className="group card pad" aria-labelledby="receipt">
      <div className="receipt">
        <div>
          <h2 id="receipt" className="mb-1 text-ui">
            <State tone="ok">{arrived}</State>
          </h2>
          <dl>
            <dt>回执</dt>
            <dd className="nb">{receipt.id}</dd>
            <dt>收到</dt>
            <dd className="nb">{receivedAt(new Date(receipt.submittedAt))}</dd>
            <dt>积分</dt>
            <dd>{pointsAwarded > 0 ? `记${pointsAwarded}分` : "这次不记分"}</dd>
          </dl>
        </div>
        <Lattice digest={receipt.digest} />
      </div>
      <p className="card-end start">
        <SaveReceipt receipt={receipt} title={title} />
        <a className="link quiet small" href={`/receipts/${receipt.id}`}>
          怎样核验
        </a>
      </p>
    </section>
  );
}
