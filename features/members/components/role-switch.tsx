import { switchRoleAction } from "../actions";
import type { RoleChoices } from "../loaders";

/** A form takes what an action answers for nothing; this one only ever leads to another page. */
const act = switchRoleAction as unknown as (form: FormData) => Promise<void>;

/** 切换身份 at the head of a console: a plain form, so that it works without script. */
export function RoleSwitch({ choices, from }: { choices: RoleChoices; from: string }) {
  return (
    <form action={act} className="role-switch">
      <input type="hidden" name="from" value={from} />
      <label className="vh" htmlFor="role-switch">
        现在以哪个身份工作
      </label>
      <select id="role-switch" name="grantId" defaultValue={choices.inUse} key={choices.inUse}>
        {choices.roles.map((role) => (
          <option key={role.id} value={role.id}>
            {role.label}
          </option>
        ))}
      </select>
      <button className="btn" type="submit">
        切换身份
      </button>
    </form>
  );
}
