import type { ConsentBy, ConsentHow, ContactInput, ContactKind } from "@/domain/projects/consent";
import type { ClaimantKind, ClaimState } from "@/domain/projects/claims";
import type { Category, ProjectKind, ProjectState } from "@/domain/projects/types";

/** What everybody reads once it is published. */
export type ProjectText = {
  kind: ProjectKind;
  area: string;
  category: Category;
  title: string;
  need: string;
  conditions: string;
  days: number;
};

/** The contact with the consent to it, as a form gives them. */
export type ContactForm = ContactInput & { consentHow: ConsentHow };

/** A project as its station reads it: without the contact. */
export type Project = ProjectText & {
  id: string;
  stationId: string;
  station: string;
  state: ProjectState;
  version: number;
  writers: string[];
  isByLink: boolean;
  contactKind: ContactKind;
  isUnder14: boolean;
  consentBy: ConsentBy;
  consentOn: string;
  consentHow: ConsentHow;
  createdAt: Date;
  checkerId: string | null;
  publishedAt: Date | null;
  reviewNote: string;
  confirmedAt: Date | null;
  thanks: string;
  /** The person's contact is still kept; false as well when the station is the contact. */
  hasContact: boolean;
  /** First day on which the contact is gone; null without one. */
  contactEndsOn: string | null;
};

/** A claim as its claimant and its station read it. */
export type Claim = {
  id: string;
  projectId: string;
  title: string;
  kind: ProjectKind;
  area: string;
  station: string;
  claimantKind: ClaimantKind;
  claimantId: string;
  claimant: string;
  memberId: string;
  ticket: number;
  state: ClaimState;
  /** While waiting: how many come before. */
  ahead: number;
  claimedAt: Date;
  approvedAt: Date | null;
  dueOn: string | null;
  completion: string;
  reason: string;
  thanks: string;
  pointsAwarded: number;
  notes: { text: string; at: Date }[];
};

/** A project as everybody reads it. */
export type BoardProject = ProjectText & {
  id: string;
  station: string;
  /** Can be claimed, is being done, or was confirmed. */
  standing: "open" | "taken" | "confirmed";
  /** How many wait. */
  waiting: number;
  publishedAt: Date | null;
  confirmedAt: Date | null;
};
