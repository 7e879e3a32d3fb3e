/** Icons that script on reading pages draws by itself, one by one: the whole set would go to every phone with them. */
export const UP = "M18.5 14.5L12 8l-6.5 6.5";
export const DOWN = "M5.5 9.5L12 16l6.5-6.5";
export const CHECK = "M5 12.5l4.5 4.5L19 7.5";
export const DONE = "M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM8.3 12.3l2.6 2.5 4.8-5.3";
export const ALERT = "M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM12 7.8v5M12 15.9v.1";
export const PHONE = "M7.5 3.5h9v17h-9zM10.8 17.8h2.4";

/** One icon of the set by its path. */
export function Drawn({ path, small }: { path: string; small?: boolean | undefined }) {
  return (
    <svg className={small ? "i i-s" : "i"} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
