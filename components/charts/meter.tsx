/** A share as a short bar before its words; the words alone where there is no share. */
export function Meter({ percent, words }: { percent: number | null; words: string }) {
  if (percent === null) return <span className="meta">{words}</span>;
  return (
    <div className="meter">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="rest" width={100} height={6} />
        <rect className="part" width={percent} height={6} />
      </svg>
      <span>{words}</span>
    </div>
  );
}
