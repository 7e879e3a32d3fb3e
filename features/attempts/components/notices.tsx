"use client";

import { Panel } from "@/components/ui/state";
import { pendingIds, type Entry } from "../client/entry";
import type { Keeper, Snapshot } from "../client/keeper";
import { numbersOf } from "./hand-in-dialog";

type Props = { snapshot: Snapshot; keeper: Keeper; timeIsUp: boolean };

/** What the person has to know beyond the state of single answers: at most two at a time, the gravest first. */
export function Notices({ snapshot, keeper, timeIsUp }: Props) {
  const { entry, link, durable, changed } = snapshot;
  if (link === "gone") {
    return (
      <Panel tone="bad" title="这次作答打不开了。" live>
        它不在现在登录的账号名下。答案还存在这部手机里，用答题时的账号登录，会接着送。
        <SignInLink entry={entry} />
      </Panel>
    );
  }
  return (
    <div className="grid gap-2 pt-2 empty:hidden">
      {link === "signed-out" ? (
        <Panel tone="wait" title="登录过期了。" live>
          答案都在这部手机里，登录后继续送。
          <SignInLink entry={entry} />
        </Panel>
      ) : null}
      {entry.handing.wanted ? <HandingIn snapshot={snapshot} keeper={keeper} timeIsUp={timeIsUp} /> : null}
      {!durable && !entry.handing.wanted ? (
        <Panel tone="bad" title="这个浏览器不能存答案。">
          送达之前请不要关掉或刷新这一页，也可以换手机自带的浏览器答。
        </Panel>
      ) : null}
      {changed.length > 0 ? (
        <Panel tone="wait" title={`${numbersOf(entry, changed)}在另一个页面上改过。`} live>
          这里换成了较新的答案，请看一眼。
          <button type="button" className="inline-link" onClick={keeper.dismissChanged}>
            知道了
          </button>
        </Panel>
      ) : null}
    </div>
  );
}

function SignInLink({ entry }: { entry: Entry }) {
  const from = encodeURIComponent(`/attempts/${entry.paper.attemptId}`);
  return (
    <a className="inline-link" href={`/sign-in?from=${from}`}>
      去登录
    </a>
  );
}

function HandingIn({ snapshot: { entry, link }, keeper, timeIsUp }: Props) {
  const unsent = pendingIds(entry).length;
  const kept = unsent > 0 ? `还有${unsent}题没送到，存在这部手机里，` : "答案都已送达，";
  if (link !== "waiting" && link !== "signed-out") {
    return (
      <Panel tone="wait" title={timeIsUp ? "时间到了，正在交卷。" : "正在交卷。"} live>
        请稍等，不用再按。
      </Panel>
    );
  }
  return (
    <Panel tone="wait" title={timeIsUp ? "时间到了，还没交上。" : "还没交上。"} live>
      没有连上服务器。{kept}一连上就自动交卷。
      {timeIsUp ? "截止后30秒内送到的都算；送不到的，按已送达的答案计分。" : null}
      {timeIsUp ? null : (
        <button type="button" className="inline-link" onClick={keeper.takeBack}>
          先不交，接着答
        </button>
      )}
    </Panel>
  );
}
