import { Panel } from "@/components/ui/state";
import type { WritingPage } from "../loaders/load-own";
import { StoryForm } from "./story-form";
import { StepButton } from "./story-steps";

/** What the author meets: the form, or what can be done while it waits or lies thrown away. */
export function WritingDesk({ page }: { page: WritingPage }) {
  const { storyId, version, state, shown, wasPublished, takenDown, reviewNote } = page;
  const named = { storyId, version };
  const preview = `/me/stories/${storyId}/preview`;
  return (
    <div className="grid gap-4 pt-4">
      {takenDown === null ? null : (
        <Panel tone="bad" title="工委撤下了这一篇，读者看不到。">
          原因：{takenDown}
        </Panel>
      )}
      {state === "submitted" ? (
        <>
          <Panel tone="wait" title="正在等审核。">
            支部书记看过以后，在“消息”里告诉你。要改，先拿回来。
          </Panel>
          <p className="flex flex-wrap gap-3">
            <a className="btn" href={preview}>
              看看送去的样子
            </a>
            <StepButton {...named} step="recall" label="拿回来改" />
          </p>
        </>
      ) : state === "discarded" ? (
        <>
          <Panel tone="plain" title="这一篇丢掉了。">
            三十天以内可以找回来，以后就没有了。
          </Panel>
          <p>
            <StepButton {...named} step="restore" label="找回来" isMain />
          </p>
        </>
      ) : (
        <>
          {state === "returned" ? (
            <Panel tone="wait" title="退回修改。">
              {reviewNote}
            </Panel>
          ) : null}
          {state === "published" ? (
            <Panel tone="ok" title="已经发布。">
              在下面改了再送审，审过以前读者看到的还是现在这一版。
            </Panel>
          ) : null}
          <StoryForm
            {...{ memberId: page.memberId, storyId, version, draft: page.draft, faults: page.faults }}
            pictures={page.pictures}
            mayDiscard={!wasPublished}
            isPublished={state === "published"}
          />
        </>
      )}
      {shown === null ? null : (
        <p className="flex flex-wrap items-center gap-3">
          <a className="btn" href={shown}>
            看发布的那一版
          </a>
          <StepButton {...named} step="withdraw" label="收回，不给人看了" />
        </p>
      )}
    </div>
  );
}
