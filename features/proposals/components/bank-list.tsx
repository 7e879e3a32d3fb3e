import { Choose } from "@/components/forms/choose";
import { Pager } from "@/components/layout/pager";
import { Empty, State } from "@/components/ui/state";
import { QUESTION_TYPE_LABELS, QUESTION_TYPES } from "@/domain/quizzes/types";
import { ORIGIN_LABELS, QUESTION_STATE_LABELS } from "../constants";
import type { BankPage } from "../loaders/load-bank";

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Search and filters as a plain form. */
export function BankFilterForm({ page }: { page: BankPage }) {
  const { filter, topics, path } = page;
  const types = QUESTION_TYPES.map((value) => ({ value, label: QUESTION_TYPE_LABELS[value] }));
  const states = [...choices(QUESTION_STATE_LABELS), { value: "waits", label: "等着选用哪一版" }];
  return (
    <form className="grid gap-3 px-4 py-3" method="get" action={path} role="search">
      <div className="ask max-w-xl">
        <label htmlFor="q">找题目</label>
        <input id="q" name="q" defaultValue={filter.q} maxLength={60} aria-describedby="q-note" />
        <p id="q-note" className="meta">
          写题干里的几个字，或者题目的编号
        </p>
      </div>
      <div className="grid gap-3 sm:grid-cols-4">
        <Choose name="origin" label="来源" none="公共和本单位" value={filter.origin} options={choices(ORIGIN_LABELS)} />
        <Choose name="state" label="状态" none="全部" value={filter.state} options={states} />
        <Choose name="type" label="题型" none="全部" value={filter.type} options={types} />
        <Choose name="topic" label="主题" none="全部" value={filter.topic} options={choices(topics)} />
      </div>
      <p>
        <button className="btn" type="submit">
          查找
        </button>
      </p>
    </form>
  );
}

/** The questions found, fifty a page. */
export function BankList({ page }: { page: BankPage }) {
  const { rows, path, filter, topics } = page;
  if (rows.length === 0) {
    return <Empty title="没有这样的题" hint="换几个字，或者看全部" action={{ href: path, label: "看全部" }} />;
  }
  return (
    <>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">题目</th>
            <th scope="col">题型</th>
            <th scope="col">主题</th>
            <th scope="col">来源</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a className="inline-link" href={`${path}/${encodeURIComponent(row.id)}`}>
                  {row.stem}
                </a>
              </th>
              <td data-label="题型">{QUESTION_TYPE_LABELS[row.type]}</td>
              <td data-label="主题">{topics[row.topic] ?? row.topic}</td>
              <td data-label="来源">{ORIGIN_LABELS[row.origin] ?? row.origin}</td>
              <td data-label="状态">
                {row.waits ? (
                  <State tone="wait">等着选用哪一版</State>
                ) : (
                  (QUESTION_STATE_LABELS[row.state] ?? row.state)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager path={path} filter={filter} page={page.page} pages={page.pages} />
    </>
  );
}
