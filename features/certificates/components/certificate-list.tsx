import { Empty, State } from "@/components/ui/state";
import type { CertificateItem } from "../view";

/** 我的证书, each with its download and the page where anybody may check it. */
export function CertificateList({ certificates }: { certificates: readonly CertificateItem[] }) {
  if (certificates.length === 0) {
    return (
      <Empty
        title="还没有证书"
        hint="报名知识竞赛并答了题，结果出来以后这里就有；上了季度积分大赢家榜也有。都是自愿参加"
        action={{ href: "/contests", label: "看知识竞赛" }}
      />
    );
  }
  return (
    <>
      <div className="grid gap-3 pt-3">
        {certificates.map((certificate) => (
          <Certificate key={certificate.id} certificate={certificate} />
        ))}
      </div>
      <p className="meta mt-3">证书是一页A4的PDF，可以打印。在微信、钉钉里下载不了，点右上角“…”，选“在浏览器打开”。</p>
    </>
  );
}

function Certificate({ certificate }: { certificate: CertificateItem }) {
  const { id, heading, occasion, result, issuedOn, revoked } = certificate;
  return (
    <article className="card pad grid gap-2" aria-labelledby={`certificate-${id}`}>
      <div>
        <h2 id={`certificate-${id}`} className={revoked === null ? "serif-title text-gold-ink" : "serif-title"}>
          {heading}
        </h2>
        <p>{occasion}</p>
        <p className="second">{result}</p>
        <p className="meta">{issuedOn}发证</p>
      </div>
      {revoked === null ? (
        <>
          <a className="btn wide" href={`/me/certificates/${id}/pdf`} download>
            下载证书
          </a>
          <a className="link small -my-2" href={`/certificates/${id}`}>
            看核验页
          </a>
        </>
      ) : (
        <p>
          <State tone="bad">已撤销</State>
          <span className="meta block">{revoked}</span>
        </p>
      )}
    </article>
  );
}
