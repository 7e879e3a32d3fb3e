"use server";

import { redirect } from "next/navigation";
import { CONSOLE_HOMES, consoleOf, type ConsoleName } from "@/domain/access/consoles";
import { memberAction } from "@/features/access/gates/action";
import { chooseRole } from "@/features/access/mutations";
import { switchRoleSchema } from "./schema";

/** Of which console a page is. */
function consoleAt(path: string): ConsoleName | null {
  if (path.startsWith(CONSOLE_HOMES.organisation)) return "organisation";
  const names: ConsoleName[] = ["branch", "committee", "admin"];
  return names.find((name) => path.startsWith(CONSOLE_HOMES[name])) ?? null;
}

/** 切换身份 on a console: the same page when the role chosen works there too, else the first page of its own console. */
export const switchRoleAction = memberAction
  .metadata({ permission: "role.choose" })
  .inputSchema(switchRoleSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { memberId, sessionId } = ctx.session;
    ctx.authorise({ kind: "self", memberId });
    const grant = ctx.actor.grants.find((held) => held.id === parsedInput.grantId);
    const name = grant ? consoleOf(grant) : null;
    if (!grant || name === null || !(await chooseRole({ sessionId, memberId, grantId: grant.id }))) redirect("/me");
    redirect(consoleAt(parsedInput.from) === name ? parsedInput.from : CONSOLE_HOMES[name]);
  });
