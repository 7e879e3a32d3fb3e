import { normaliseName } from "./name";

/**
 * Whether somebody who asks to be taken into a branch stands on the list already. The login decides, because it belongs
 * to one person in the zone; the name must agree, and nobody may have signed in with it yet. A person on the list of
 * another branch is not taken over by asking: they have to be moved.
 *
 * Example: 王示例 with 13800000000 asks branch b1. On the list of b1 stands an invited 王示例 with that number: that row
 * is meant. Stands there 李示例 with that number, or has 王示例 signed in before, the login is taken. Whose owner has left
 * the zone comes back by 转入, whatever the name says: the number may have a new owner.
 */
export type LoginOwner = {
  readonly name: string;
  readonly state: "invited" | "active" | "inactive" | "left";
  /** Where the person belongs today; null nowhere. */
  readonly branchId: string | null;
};

/**
 * `new`: nobody has the login. `here`, `unplaced`, `elsewhere`: the one row that is meant. `taken`: somebody else's, or in
 * use. `departed`: of somebody who left the zone.
 */
export type Fit = "new" | "here" | "unplaced" | "elsewhere" | "taken" | "departed";

/** Never throws. `owner` is whoever has the login, in whatever state; null when nobody has. */
export function fitOf(applicant: { name: string; branchId: string }, owner: LoginOwner | null): Fit {
  if (owner === null) return "new";
  if (owner.state === "left") return "departed";
  if (owner.state !== "invited" || normaliseName(owner.name) !== normaliseName(applicant.name)) return "taken";
  if (owner.branchId === null) return "unplaced";
  return owner.branchId === applicant.branchId ? "here" : "elsewhere";
}
