import type { ReactNode } from "react";
import { Box } from "@/components/layout/console-page";
import { Empty } from "@/components/ui/state";
import type { ListedRow, ReviewDesk, Reviewed } from "../loaders/load-review";
import { ReviewActs } from "./review-acts";
import { StoryArticle } from "./story-article";

/** What waits to be looked through, and what stands before readers. */
export function ReviewLists({ desk: { waiting, shown } }: { desk: ReviewDesk }) {
  return (
    <>
      <Box title="等审核" note={waiting.length > 0 ? `${waiting.length}篇` : ""}>
        {waiting.length === 0 ? (
          <Empty title="没有等审核的" hint="党员在“我的”里写厂情厂史，送审以后出现在这里" />
        ) : (
          <Rows rows={waiting} at="送来" />
        )}
      </Box>
      <Box title="已发布" note={shown.length > 0 ? `${shown.length}篇` : ""}>
        {shown.length === 0 ? <Empty title="还没有发布过" /> : <Rows rows={shown} at="发布" />}
      </Box>
    </>
  );
}

function Rows({ rows, at }: { rows: readonly ListedRow[]; at: string }) {
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">标题</th>
          <th scope="col">谁写的</th>
          <th scope="col">给谁看</th>
          <th scope="col">{at}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a className="inline-link" href={row.href}>
                {row.title}
              </a>
              {row.leaves ? <span className="meta block">{row.leaves}</span> : null}
            </th>
            <td data-label="谁写的">{row.from}</td>
            <td data-label="给谁看">{row.visibility}</td>
            <td data-label={at}>{row.at}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One story: what waits beside the decision, or what stands there. */
export function ReviewedStory({ page, takeDown }: { page: Reviewed; takeDown?: ReactNode }) {
  const { waiting, shown, takenDown } = page;
  return (
    <div className="cols lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div>
        {waiting ? (
          <Box title="读者会看到" note={waiting.asked}>
            <article className="reading px-4 py-3">
              <StoryArticle story={waiting.story} isPart />
            </article>
          </Box>
        ) : null}
        {shown ? (
          <Box title={waiting ? "现在给读者看的" : "给读者看的"} note={shown.visibility}>
            <article className="reading px-4 py-3">
              <StoryArticle story={shown.story} isPart />
            </article>
          </Box>
        ) : null}
      </div>
      <div>
        {waiting ? <Deciding page={page} waiting={waiting} /> : null}
        {takenDown === null ? null : <p className="panel bad mb-4">工委已撤下：{takenDown}</p>}
        {shown && takenDown === null ? (
          <Box title="已发布">
            <div className="grid gap-3 px-4 py-3">
              <p>
                {page.from}。
                <a className="inline-link" href={shown.href}>
                  打开这一篇
                </a>
              </p>
              {takeDown}
            </div>
          </Box>
        ) : null}
      </div>
    </div>
  );
}

function Deciding({ page, waiting }: { page: Reviewed; waiting: NonNullable<Reviewed["waiting"]> }) {
  return (
    <Box title="审核">
      <div className="grid gap-4 px-4 py-3">
        <p>{page.from}</p>
        <p className="second">看三件事：说的是不是事实，写到的人是不是愿意，有没有不该公开的。</p>
        {waiting.lookAt.length > 0 ? (
          <div className="panel wait">
            <p>请多看一眼：</p>
            <ul className="list-disc pl-6">
              {waiting.lookAt.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {waiting.whyNot ? (
          <p className="panel">{waiting.whyNot}</p>
        ) : (
          <ReviewActs storyId={page.id} version={page.version} choices={waiting.choices} />
        )}
      </div>
    </Box>
  );
}
