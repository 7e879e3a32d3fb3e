import { Box } from "@/components/layout/console-page";
import { Empty, Panel } from "@/components/ui/state";
import type { MergePage } from "../loaders";
import type { Preview, Side } from "../types";
import { MergeForm } from "./merge-form";

const PATH = "/committee/people/merge";

/** The choice of the other account: a plain form, so that it works without script. */
export function ChooseOther({ page }: { page: MergePage }) {
  const { keep, q, found } = page;
  return (
    <Box title={`${keep.name}的另一个账号是哪一个`}>
      <form className="grid max-w-xl gap-3 px-4 py-3" method="get" action={PATH} role="search">
        <input type="hidden" name="keep" value={keep.id} />
        <div className="ask">
          <label htmlFor="q">找另一个账号</label>
          <input id="q" name="q" defaultValue={q} maxLength={60} required aria-describedby="q-note" />
          <p id="q-note" className="meta">
            写姓名、拼音首字母，或者完整的手机号、工号
          </p>
        </div>
        <p>
          <button className="btn" type="submit">
            查找
          </button>
        </p>
      </form>
      {q !== "" && found.length === 0 ? (
        <Empty title="没有找到可以合并的账号" hint="只能合并归你管、也没有更高职责的账号" />
      ) : null}
      {found.length > 0 ? (
        <ul className="thread">
          {found.map((person) => (
            <li key={person.id}>
              <a className="inline-link" href={`${PATH}?keep=${keep.id}&gone=${person.id}`}>
                {person.name}，{person.branch ?? "还没有支部"}，{person.organisation ?? "没有登记单位"}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Box>
  );
}

const ROWS: readonly { label: string; of: (side: Side) => string }[] = [
  { label: "姓名", of: (side) => side.name },
  { label: "身份", of: (side) => side.standing },
  { label: "账号", of: (side) => side.state },
  { label: "支部", of: (side) => side.branch },
  { label: "单位", of: (side) => side.organisation },
  { label: "登录名", of: (side) => side.logins.join("、") || "没有" },
  { label: "职责", of: (side) => side.roles.join("、") || "没有" },
  { label: "积分", of: (side) => `${side.points}分` },
  { label: "答过的卷子", of: (side) => `${side.attempts}份` },
  { label: "答过的回想题", of: (side) => `${side.recalls}篇` },
  { label: "参加的积分赛", of: (side) => side.seasons.join("、") || "没有" },
];

/** What each side has and what comes of it; then the last step. */
export function MergePreview({ preview }: { preview: Preview }) {
  const { kept, gone, after, lost, fault } = preview;
  return (
    <Box title="合并以前先看清楚">
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">留下的账号</th>
            <th scope="col">并掉的账号</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ label, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-label="留下的">{of(kept)}</td>
              <td data-label="并掉的">{of(gone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="grid max-w-xl gap-3 px-4 py-3">
        <p>
          合并以后共{after}分
          {lost > 0 ? `。两边都做过的同一件事只计一次，也不超过每天和每季的上限，有${lost}分不重复计` : ""}。
        </p>
        <p className="meta">
          登录名、职责、答题和回执都归到留下的账号；姓名、身份以留下的为准；同一天有两个支部或单位的，以留下的为准。并掉的账号马上退出登录。
        </p>
        <p>
          <a className="btn" href={`${PATH}?keep=${gone.id}&gone=${kept.id}`}>
            换过来，留下另一个
          </a>
        </p>
        {fault ? (
          <Panel tone="bad" title="现在不能合并。">
            {fault}
          </Panel>
        ) : (
          <MergeForm keptId={kept.id} goneId={gone.id} />
        )}
      </div>
    </Box>
  );
}
