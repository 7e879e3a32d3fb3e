import { normaliseName } from "@/domain/people/name";
import type { BranchScope } from "@/features/access/types";
import { applyToBranch } from "@/features/applications/mutations/apply";
import { refuseApplication } from "@/features/applications/mutations/decide";
import { issueJoinCode } from "@/features/applications/mutations/issue-join-code";
import { findApplication } from "@/features/applications/queries/find-application";
import { findJoinCode } from "@/features/applications/queries/find-join-code";
import { listDecidedApplications, listOpenApplications } from "@/features/applications/queries/list-applications";
import { decidedView } from "@/features/applications/view";
import { officerOf } from "@/tests/factories/applications";
import { ACT, nextNumber, NOW, refused, type Outcome, type Way } from "./scene";

/** Names are written one way, reasons kept as they were written. */
const B1 = { branchId: "b1" } as BranchScope;

async function applied(name: string, login: string): Promise<Outcome & { secret: string }> {
  const secret = `secret-${nextNumber()}`.padEnd(43, "x");
  if ((await findJoinCode(B1, NOW)) === null || nextNumber() % 100 === 0) {
    await issueJoinCode({ branchId: "b1", days: 30, ...ACT });
  }
  const token = (await findJoinCode(B1, NOW))?.token ?? "";
  const result = await applyToBranch({ token, secret, name, login, address: `naughty-${nextNumber()}`, now: NOW });
  if (!result.ok) return { ...refused("detail" in result ? result.detail : result.reason), secret };
  return { shown: (await findApplication(secret))?.name ?? "not found", secret };
}

/** Ends the application, so that the branch's list stays short. */
async function decline(secret: string, reason: string): Promise<Outcome> {
  const mine = await findApplication(secret);
  const open = (await listOpenApplications(B1, { actor: officerOf(B1), now: NOW })).find(
    ({ name }) => name === mine?.name,
  );
  const now = new Date(NOW.getTime() + nextNumber() * 1_000);
  await refuseApplication({ applicationId: open?.id ?? "", branchId: "b1", reason, actorId: ACT.actorId, now });
  const row = (await listDecidedApplications(B1)).find(({ id }) => id === open?.id);
  return { shown: row ? decidedView(row).reason : "not listed" };
}

export const applicantName: Way = {
  keeps: normaliseName,
  // What is typed is read whole, so that the form can be shown again; a name is told to be too long afterwards.
  longest: 60,
  goes: async (name) => {
    const made = await applied(name, `NB-${nextNumber()}`);
    if ("shown" in made) await decline(made.secret, "示例理由");
    return made;
  },
};

export const applicationRefusal: Way = {
  goes: async (reason) => decline((await applied(`示例${nextNumber()}`, `NB-${nextNumber()}`)).secret, reason),
};
