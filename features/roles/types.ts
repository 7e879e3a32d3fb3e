import type { Role } from "@/domain/access/types";
import type { Term } from "./view";

/** One grant as a page shows it. */
export type ShownGrant = {
  id: string;
  role: Role;
  scope: string;
  span: string;
  term: Term;
  /** What a renewal would write; null for whoever may not renew. */
  renewal: { until: string } | null;
};

export type Choice = { value: string; label: string };

/** What 任命 offers; null for whoever may not. */
export type GrantChoices = {
  roles: Choice[];
  /** The person's own places, the stations, the zone; others are named by hand. Values are `branch:<id>`, `zone:` … */
  places: Choice[];
};

/** The roles of one person, and what the reader may do about them. */
export type RolesOfPerson = { grants: ShownGrant[]; choices: GrantChoices | null };

/** A term that ends soon. */
export type ShownLapse = {
  grantId: string;
  name: string;
  href: string | null;
  what: string;
  until: string;
  renewal: { until: string } | null;
};
