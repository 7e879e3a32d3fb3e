import { Icon } from "@/components/ui/icon";
import { Empty } from "@/components/ui/state";
import type { OwnStory } from "../loaders/load-own";

/** What one has written, and what was thrown away lately. */
export function OwnStories({ page: { stories, discarded } }: { page: { stories: OwnStory[]; discarded: OwnStory[] } }) {
  return (
    <>
      {stories.length === 0 ? (
        <Empty
          title="还没有写过"
          hint="厂里的老机器、老师傅、第一张订单，都可以写；写好由支部书记审核，再给大家看"
          action={{ href: "/me/stories/new", label: "写一篇" }}
        />
      ) : (
        <>
          <p className="mt-3 mb-3">
            <a className="btn main wide" href="/me/stories/new">
              写一篇
            </a>
          </p>
          <Rows stories={stories} />
        </>
      )}
      {discarded.length > 0 ? (
        <section className="group">
          <header>
            <h2>丢掉的</h2>
            <span className="meta">三十天以内可以找回来</span>
          </header>
          <Rows stories={discarded} />
        </section>
      ) : null}
      <p className="meta mt-4">
        <a className="inline-link" href="/stories">
          看大家写的
        </a>
      </p>
    </>
  );
}

function Rows({ stories }: { stories: readonly OwnStory[] }) {
  return (
    <div className="card">
      {stories.map(({ id, href, title, words }) => (
        <a key={id} className="row" href={href}>
          <div className="grow">
            <h2 className="text-[length:inherit]">{title}</h2>
            <span className="meta">{words}</span>
          </div>
          <Icon name="next" small />
        </a>
      ))}
    </div>
  );
}
