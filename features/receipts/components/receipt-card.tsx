import { Lattice } from "@/components/ui/lattice";
import type { ShownReceipt } from "../view";

/** What a receipt states, and how anybody can check it without trusting this page. */
export function ReceiptCard({ receipt }: { receipt: ShownReceipt }) {
  return (
    <>
      <section className="card pad receipt" aria-label="回执">
        <dl>
          <dt>回执</dt>
          <dd className="nb">{receipt.id}</dd>
          <dt>收到</dt>
          <dd>{receipt.submittedAt}</dd>
          <dt>作答</dt>
          <dd>
            {receipt.total}题，答了{receipt.answered}题
          </dd>
          <dt>得分</dt>
          <dd>
            {receipt.score}分，满分{receipt.maxScore}分
            {receipt.correctedScore === null ? null : `；后来有题作废，更正为${receipt.correctedScore}分`}
          </dd>
        </dl>
        <Lattice digest={receipt.digest} />
      </section>
      <section className="card pad grid gap-3" aria-labelledby="how">
        <h2 id="how" className="text-base">
          自己核验
        </h2>
        <p className="prose-small">
          把原文存成UTF-8文本，每行末尾一个换行，用公钥{receipt.keyId}按Ed25519验证签名。公钥在
          <a className="inline-link" href="/api/v1/keys">
            公钥列表
          </a>
          ，步骤见接口文档的“回执”一节。回执不写姓名，看到的人只知道这一次的得分。
        </p>
        <details>
          <summary className="link small">看原文和签名</summary>
          <h3 className="meta">原文</h3>
          <pre className="mb-3 font-mono text-sm break-all whitespace-pre-wrap">{receipt.form}</pre>
          <h3 className="meta">签名</h3>
          <p className="font-mono text-sm break-all">{receipt.signature}</p>
        </details>
      </section>
    </>
  );
}
