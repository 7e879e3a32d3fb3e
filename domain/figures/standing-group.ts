import type { Standing } from "@/domain/people/standing";

/**
 * Whom a figure counts: Party members (full and probationary) unless told otherwise, else the applicants or the
 * employees. The groups never overlap, so that no figure of a few people can be worked out as a difference of two.
 *
 * Example: in an organisation of 40 members and one applicant nothing is said of the applicant, in either group.
 */
export const COUNTED_STANDINGS = Object.freeze({
  members: ["full", "probationary"],
  applicants: ["applicant"],
  employees: ["employee"],
} as const satisfies Record<string, readonly Standing[]>);

export type StandingGroup = keyof typeof COUNTED_STANDINGS;
export const STANDING_GROUPS = ["members", "applicants", "employees"] as const satisfies readonly StandingGroup[];

export const STANDING_GROUP_LABELS: Readonly<Record<StandingGroup, string>> = Object.freeze({
  members: "党员（正式、预备）",
  applicants: "入党申请人",
  employees: "职工",
});
