import { latticeStrokes } from "./lattice-strokes";

/** 回执纹, drawn from a digest. Two receipts never look alike. */
export function Lattice({ digest }: { digest: string }) {
  return (
    <svg
      className="lattice"
      viewBox="0 0 48 42"
      width="72"
      height="63"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      role="img"
      aria-label="回执纹"
    >
      {latticeStrokes(digest).map(({ path, dashes }) => (
        <path key={path} d={path} strokeDasharray={dashes} />
      ))}
      <path d="M24 31v5" />
    </svg>
  );
}
