import { Panel } from "@/components/ui/state";
import type { ShownCertificate } from "../view";

/** What somebody who scanned the code may know, and how to check it without trusting this page. */
export function CheckedCertificate({ certificate }: { certificate: ShownCertificate }) {
  const { id, heading, occasion, result, name, issuedOn, keyId, form, signature } = certificate;
  return (
    <div className="grid gap-5 pt-4">
      <Verdict certificate={certificate} />
      <section className="card pad receipt" aria-label={heading}>
        <dl>
          <dt>证书</dt>
          <dd>{heading}</dd>
          <dt>编号</dt>
          <dd className="break-words">{id}</dd>
          <dt>姓名</dt>
          <dd>{name}</dd>
          <dt>事项</dt>
          <dd>{occasion}</dd>
          <dt>结果</dt>
          <dd>{result}</dd>
          <dt>发证</dt>
          <dd>{issuedOn}</dd>
        </dl>
      </section>
      <section className="card pad grid gap-3" aria-labelledby="how">
        <h2 id="how" className="text-base">
          自己核验
        </h2>
        <p className="prose-small">
          把原文存成UTF-8文本，每行末尾一个换行，用公钥{keyId}按Ed25519验证签名。公钥在
          <a className="inline-link" href="/api/v1/keys">
            公钥列表
          </a>
          。姓名不在原文里：没有选“公布全名”的，这一页只写姓。
        </p>
        <details>
          <summary className="link small">看原文和签名</summary>
          <h3 className="meta">原文</h3>
          <pre className="mb-3 font-mono text-sm break-all whitespace-pre-wrap">{form}</pre>
          <h3 className="meta">签名</h3>
          <p className="font-mono text-sm break-all">{signature}</p>
        </details>
      </section>
    </div>
  );
}

function Verdict({ certificate: { state, revoked } }: { certificate: ShownCertificate }) {
  if (state === "genuine") {
    return (
      <Panel tone="ok" title="证书是真的。">
        由本平台发出，现在有效。请核对纸上的编号、姓和结果与下面一致。
      </Panel>
    );
  }
  if (state === "revoked" && revoked !== null) {
    return (
      <Panel tone="bad" title="证书已撤销。">
        {revoked.on}撤销：{revoked.why}。纸上的内容不再有效。
      </Panel>
    );
  }
  return (
    <Panel tone="bad" title="证书和签名对不上。">
      这份记录可能被改动过，不能作为凭证，请把它交给管理员。
    </Panel>
  );
}
