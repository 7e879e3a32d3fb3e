import type { ReactNode } from "react";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import type { BranchDesk } from "../loaders";
import { shareWords, type RepeatLine, type TopicLine } from "../view";

/** 我们是谁, and what waits for the branch's word. */
export function WhoWeAre({ desk }: { desk: BranchDesk }) {
  const { standings, organised, officers, waiting } = desk;
  return (
    <Box title="我们支部">
      <dl className="facts p-4">
        <dt>党员</dt>
        <dd>
          {standings}　
          <a className="inline-link" href="/branch/people">
            看名单
          </a>
        </dd>
        <dt>组建</dt>
        <dd>{organised}</dd>
        <dt>委员</dt>
        <dd>
          {officers.map((officer) => (
            <span className="block" key={officer}>
              {officer}
            </span>
          ))}
        </dd>
      </dl>
      <ul className="decide">
        {waiting.applications > 0 ? (
          <Decision count={waiting.applications} href="/branch/applications" verb="去看看">
            份加入支部的申请等你们答复
          </Decision>
        ) : null}
        {waiting.transfers > 0 ? (
          <Decision count={waiting.transfers} href="/branch/transfers" verb="去看看">
            项转接等本支部同意
          </Decision>
        ) : null}
        {waiting.objections.count > 0 ? (
          <Decision
            count={waiting.objections.count}
            href={`/branch/assignments/${waiting.objections.assignmentId}`}
            verb="去核对"
          >
            条学习记录本人说不对，核对以前不计
          </Decision>
        ) : null}
        {waiting.stories > 0 ? (
          <Decision count={waiting.stories} href="/branch/stories" verb="去审核">
            篇厂情厂史等你审核
          </Decision>
        ) : null}
      </ul>
    </Box>
  );
}

function Decision({ count, href, verb, children }: { count: number; href: string; verb: string; children: ReactNode }) {
  return (
    <li className="border-t border-line">
      <span className="n">{count}</span>
      <span>{children}</span>
      <a className="btn" href={href}>
        {verb}
      </a>
    </li>
  );
}

/** First answers that were right, by topic, from five people up. */
export function TopicsBox({ quarter, topics }: { quarter: string; topics: readonly TopicLine[] }) {
  const shown = topics.filter(({ share }) => share.kind === "shown");
  const few = topics.filter(({ share }) => share.kind === "few").map(({ label }) => label);
  return (
    <Box title="记得多少" note={`${quarter}，第一次就答对的题`}>
      {topics.length === 0 ? (
        <Empty title="这个季度还没有人答题" hint="答了课程、天天谈或测验以后，会按主题列在这里" />
      ) : null}
      {shown.length > 0 ? (
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">主题</th>
              <th scope="col">第一次就答对</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ topic, label, share }) => (
              <tr key={topic}>
                <th scope="row">{label}</th>
                <td>{shareWords(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {few.length > 0 ? <p className="meta border-t border-line p-4">不足5人，不列：{few.join("、")}</p> : null}
    </Box>
  );
}

/** 下一步温什么: the topics remembered least, with lessons to assign. */
export function RepeatBox({ repeat }: { repeat: readonly RepeatLine[] }) {
  if (repeat.length === 0) return null;
  return (
    <Box title="下一步可以温什么" note="记得最少的几个主题">
      <ul className="thread">
        {repeat.map(({ topic, label, share, items }) => (
          <li key={topic}>
            <p>
              <b>{label}</b>，第一次就答对{shareWords(share)}
            </p>
            {items.length === 0 ? (
              <p className="meta">这个主题还没有课程</p>
            ) : (
              <ul className="mt-1 grid gap-1">
                {items.map(({ value, title }) => (
                  <li key={value} className="border-0 p-0">
                    {title}　
                    <a
                      className="link small"
                      href={`/branch/assignments/new?target=${encodeURIComponent(value)}`}
                      aria-label={`派发${title}`}
                    >
                      派发
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Box>
  );
}
