import { can } from "@/domain/access/can";
import type { Actor, Resource } from "@/domain/access/types";
import { normaliseName } from "./name";

/**
 * Whether somebody who asks to be taken into a branch stands on the list already. The login decides, because it belongs
 * to one person in the zone; the name must agree, and nobody may have signed in with it yet. A person on the list of
 * another branch is not taken over by asking: they have to be moved.
 *
 * Example: 王示例 with 13800000000 asks branch b1. On the list of b1 stands an invited 王示例 with that number: that row
 * is meant. Stands there 李示例 with that number, or has 王示例 signed in before, the login is taken. Whose owner has left
 * the zone comes back by 转入, whatever the name says: the number may have a new owner. Is 王示例 to be on the committee,
 * their account is not for the branch to open: it would be the committee's rights that an application hands over.
 */
export type LoginOwner = {
  readonly name: string;
  readonly state: "invited" | "active" | "inactive" | "left";
  /** Where the person belongs today; null nowhere. */
  readonly branchId: string | null;
  /** Whether whoever decides may open the account, see `mayOpen`. */
  readonly isOpenTo: boolean;
};

/**
 * `new`: nobody has the login. `here`, `unplaced`, `elsewhere`: the one row that is meant. `taken`: somebody else's, or in
 * use. `departed`: of somebody who left the zone. `appointed`: of this list or none, with a role above those who decide.
 */
export type Fit = "new" | "here" | "unplaced" | "elsewhere" | "taken" | "departed" | "appointed";

/**
 * Whether an application that this actor accepts may open the account. Somebody without a role is the branch's own to
 * take in; whoever holds one or is to hold one comes in by an invitation, so it takes the right to issue that. Null is
 * an actor whom nobody knows any more.
 */
export function mayOpen(actor: Actor | null, person: Extract<Resource, { kind: "member" }>): boolean {
  return person.roles.length === 0 || (actor !== null && can(actor, "invitation.issue", person));
}

/** Never throws. `owner` is whoever has the login, in whatever state; null when nobody has. */
export function fitOf(applicant: { name: string; branchId: string }, owner: LoginOwner | null): Fit {
  if (owner === null) return "new";
  if (owner.state === "left") return "departed";
  if (owner.state !== "invited" || normaliseName(owner.name) !== normaliseName(applicant.name)) return "taken";
  if (owner.branchId !== null && owner.branchId !== applicant.branchId) return "elsewhere";
  if (!owner.isOpenTo) return "appointed";
  return owner.branchId === null ? "unplaced" : "here";
}
