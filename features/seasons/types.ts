import type { BoardRow } from "@/domain/ranking/boards";
import type { Joined } from "@/domain/ranking/season";

/** The boards of a quarter, as they stand or as they stood at closing. */
export type Boards = { readonly branch: readonly BoardRow[]; readonly organisation: readonly BoardRow[] };

/** `open`: the present quarter; `ended`: over and not settled yet; `closed`: settled, its archive stands. */
export type SeasonState = "open" | "ended" | "closed";

/** A quarter's race with everybody who joined it: for views alone, which show nobody more than they may see. */
export type SeasonStandings = {
  readonly quarter: string;
  readonly state: SeasonState;
  readonly joined: readonly Joined[];
  readonly boards: Boards;
  /** Digest of the archive once closed. */
  readonly digest: string | null;
  readonly objections: ObjectionCounts;
  /** The day for which this was read. */
  readonly day: string;
};

/** What an objection is about: the own points, or a place of the list. */
export type ObjectionAbout = "points" | "place";

/** How many objections to a quarter wait, are answered, and of these brought a correction. */
export type ObjectionCounts = { readonly open: number; readonly answered: number; readonly corrected: number };

export type ObjectionRow = {
  readonly id: string;
  readonly quarter: string;
  readonly memberId: string;
  readonly about: ObjectionAbout;
  readonly text: string;
  readonly createdAt: Date;
  /** Empty while it waits. */
  readonly answer: string;
  readonly correction: number | null;
};
