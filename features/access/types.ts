import type { Actor, Grant } from "@/domain/access/types";
import type { SignedIn } from "./queries";

declare const minted: unique symbol;

/** One branch whose data may be read. Only a gate mints it. */
export type BranchScope = { readonly branchId: string; readonly [minted]: "branch" };

/** The zone (`stationId` null) or one station whose data may be read. Only a gate mints it. */
export type ZoneScope = { readonly stationId: string | null; readonly [minted]: "zone" };

/** One organisation whose data may be read by its own people. Only a gate mints it. */
export type OrganisationScope = { readonly organisationId: string; readonly [minted]: "organisation" };

/** One person's own data. Only a gate mints it. */
export type OwnScope = { readonly memberId: string; readonly [minted]: "own" };

/** A console opened by a gate: who acts, under which grant. */
export type OpenConsole = { session: SignedIn; actor: Actor; grant: Grant };
