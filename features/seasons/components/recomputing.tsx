type Props = { quarter: string; digest: string | null };

/** What anybody can check for themselves once the quarter is settled. */
export function Recomputing({ quarter, digest }: Props) {
  if (digest === null) return null;
  return (
    <section className="card pad mt-7" aria-labelledby="recomputing">
      <h2 className="serif-title" id="recomputing">
        谁都可以重算
      </h2>
      <p className="prose-small mt-2">
        这一季按流水结算过一次。档案里是每一笔流水和每一个名次，都用化名；把一个化名的各笔相加，就是它的积分，按积分从高到低排，同分同名次。
      </p>
      <p className="prose-small mt-2">有本系统程序的人，运行下面这一句，逐笔重算并核对摘要：</p>
      <p className="mt-1">
        <code className="break-all">npm run season -- verify season-{quarter}.tsv</code>
      </p>
      <p className="meta mt-2">
        摘要（SHA-256）<span className="break-all">{digest}</span>
      </p>
      <p>
        <a className="link small" href={`/seasons/${quarter}/archive`} download>
          下载档案
        </a>
      </p>
    </section>
  );
}
