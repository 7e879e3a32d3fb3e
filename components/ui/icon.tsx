import { ALERT, CHECK, DONE, Drawn, DOWN, PHONE, UP } from "./drawn";

/** The icon set: 24 grid, 1.7 line, round ends, currentColor. Always beside a word except back, close and search. */
const PATHS = {
  today: "M5 6.5h14v13H5zM5 10h14M9 4v4M15 4v4M12 13v3.5",
  book: "M12 7c-2.2-1.7-5-2.1-8-1.5v12.5c3-.6 5.8-.2 8 1.5 2.2-1.7 5-2.1 8-1.5V5.5C17 4.9 14.2 5.3 12 7zM12 7v12.5",
  quiz: "M19 11v8H5V5h9M8.5 12.5l2.8 2.8L20 6.5",
  person: "M15.5 8.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM5 19.5c.6-3.6 3.3-5.5 7-5.5s6.4 1.9 7 5.5",
  people:
    "M12 9a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM3.5 18.5c.5-3 2.6-4.7 5.5-4.7s5 1.7 5.5 4.7M15 6.3a3 3 0 0 1 0 5.4M16.5 14c2.3.5 3.7 2 4 4.5",
  mail: "M4 6h16v12H4zM4.5 6.5L12 13l7.5-6.5",
  download: "M12 4.5v10M7.5 10.5L12 15l4.5-4.5M5 19.5h14",
  upload: "M12 15V5M7.5 9.5L12 5l4.5 4.5M5 19.5h14",
  back: "M14.5 5.5L8 12l6.5 6.5",
  next: "M9.5 6.5L15 12l-5.5 5.5",
  down: DOWN,
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  check: CHECK,
  done: DONE,
  alert: ALERT,
  phone: PHONE,
  clock: "M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM12 7.5v5l3 2",
  flag: "M6.5 20V5M6.5 5.5c4-2 6.5 2 11 0v8c-4.5 2-7-2-11 0",
  lock: "M6.5 11h11v8.5h-11zM9 11V8a3 3 0 0 1 6 0v3",
  redo: "M5 12a7 7 0 1 0 2.2-5.1M5 4.5v4.5h4.5",
  letters: "M3 18l4.5-11L12 18M4.6 14h5.8M13 18l3.5-8.5L20 18M14.3 15h4.4",
  eyeOff:
    "M3.5 12c2.3-3.8 5.1-5.7 8.5-5.7s6.2 1.9 8.5 5.7c-2.3 3.8-5.1 5.7-8.5 5.7S5.8 15.8 3.5 12zM14.4 12a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0zM5 19L19 5",
  search: "M16 10.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0zM14.8 14.8L19.5 19.5",
  grid: "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z",
  list: "M8 6.5h12M8 12h12M8 17.5h12M4 6.5h.1M4 12h.1M4 17.5h.1",
  building: "M4.5 19.5v-15h9v15M13.5 9.5h6v10M3 19.5h18M7.5 8h3M7.5 11.5h3M7.5 15h3",
  report: "M5 5h14v11H10l-5 4z",
  play: "M8.5 5.5v13l10-6.5z",
  print: "M7 9V4h10v5M7 16H4.5V9h15v7H17M7 13.5h10V20H7z",
  seal: "M16.5 9.5a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM9.3 13.2L8 20l4-2 4 2-1.3-6.8",
  trophy: "M8 4.5h8v5a4 4 0 0 1-8 0zM8 6H5c0 3 1 4.5 3 5M16 6h3c0 3-1 4.5-3 5M12 13.5V17M8.5 19.5h7M10 17h4v2.5h-4z",
  pin: "M12 20.5c-4-4.3-6-7.4-6-10a6 6 0 0 1 12 0c0 2.6-2 5.7-6 10zM14.2 10.3a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0z",
  heart:
    "M12 19.5C6.5 15.8 4 12.8 4 9.6 4 7 6 5.2 8.2 5.2c1.6 0 3 .9 3.8 2.4.8-1.5 2.2-2.4 3.8-2.4C18 5.2 20 7 20 9.6c0 3.2-2.5 6.2-8 9.9z",
  sound: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  up: UP,
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, small }: { name: IconName; small?: boolean }) {
  return <Drawn path={PATHS[name]} small={small} />;
}

/** The mark of the product: a fingertip arch, a lamp, an open page. */
export function Logo() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="26"
      height="26"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M5.5 13.9V9.5a6.5 6.5 0 0 1 13 0v4.4" />
      <path
        d="M12.7 6.1c-.2 2.1 2.2 3.2 2.2 5.7a2.9 2.9 0 0 1-5.8 0c0-1.4.6-2.2 1.5-3.1.9-.8 1.6-1.5 2.1-2.6z"
        fill="currentColor"
        stroke="none"
      />
      <path d="M2.5 18.3c3.7-1 7-.5 9.5 1.7 2.5-2.2 5.8-2.7 9.5-1.7" />
    </svg>
  );
}
