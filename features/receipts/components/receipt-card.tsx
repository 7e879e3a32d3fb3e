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
          </dd>
        </dl>
      </section>
      <section aria-labelledby="how">
        <h2 id="how">自己核验</h2>
        <p className="prose-small">
          把下面的原文存成UTF-8文本（每行末尾一个换行），用公钥<span className="nb">{receipt.keyId}</span>
          按Ed25519验证签名。公钥在
          <a className="inline-link" href="/api/v1/keys">
            公钥列表
          </a>
          ，步骤见开放接口文档里“回执”一节。回执不写姓名，看到的人只知道这一次的得分。
        </p>
        <h3 className="meta">原文</h3>
        <pre className="font-mono text-sm whitespace-pre-wrap break-all">{receipt.form}</pre>
        <h3 className="meta">签名</h3>
        <p className="font-mono text-sm whitespace-pre-wrap break-all">{receipt.signature}</p>
      </section>
    </>
  );
}
