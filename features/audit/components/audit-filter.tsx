import { Field } from "@/components/forms/field";
import { FilterSelect } from "@/components/forms/filter-select";
import type { AuditPage } from "../loaders";
import { PART } from "../view";

/** Who, what, on whom, when: a plain form whose fields stand in the address, so that it works without script. */
export function AuditFilterForm({ page }: { page: AuditPage }) {
  const { filter, actions, isNarrow, isPart } = page;
  return (
    <form className="grid gap-3 px-4 py-3" method="get" action="/admin/audit" role="search">
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <Field
          name="actor"
          label="经办人"
          maxLength={60}
          defaultValue={filter.actor}
          hint="姓名，从姓写起；或者“系统”"
        />
        <FilterSelect name="action" label="做了什么" all="全部" value={filter.action} choices={actions} />
        <Field
          name="subject"
          label="对象"
          maxLength={60}
          defaultValue={filter.subject}
          hint="人名从姓写起；组织、支部、内容、项目的名称写一部分就行"
        />
        <Field name="from" label="从哪一天" type="date" defaultValue={filter.from} />
        <Field name="to" label="到哪一天" type="date" defaultValue={filter.to} />
      </div>
      <p className="flex flex-wrap items-center gap-3">
        <button className="btn" type="submit">
          查找
        </button>
        <button className="btn" type="submit" formAction="/admin/audit/sheet">
          下载表格
        </button>
        {isNarrow ? (
          <a className="link" href="/admin/audit">
            看全部
          </a>
        ) : null}
      </p>
      {isPart ? <p className="state bad">{PART}</p> : null}
    </form>
  );
}
