"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { chooseRoleAction } from "../actions";

/** 切换身份: which of several roles the consoles act under. */
export function RoleSwitch({
  roles,
  activeRoleId,
}: {
  roles: { id: string; label: string }[];
  activeRoleId: string | null;
}) {
  const { reply, submit, busy } = useFormAction(chooseRoleAction);
  return (
    <form action={submit} className="mt-3 grid gap-2">
      <fieldset className="grid gap-2">
        <legend className="meta">现在以哪个身份工作</legend>
        {roles.map((role, index) => (
          <label key={role.id} className="flex min-h-tap items-center gap-3">
            <input
              type="radio"
              name="grantId"
              value={role.id}
              defaultChecked={activeRoleId ? role.id === activeRoleId : index === 0}
            />
            {role.label}
          </label>
        ))}
      </fieldset>
      <button className="btn" type="submit" disabled={busy} aria-busy={busy}>
        换成这个身份
      </button>
      {reply.serverError ? <p className="state bad">{reply.serverError}</p> : null}
    </form>
  );
}
