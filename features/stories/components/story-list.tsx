import { FilterSelect } from "@/components/forms/filter-select";
import { Pager } from "@/components/layout/pager";
import { Icon } from "@/components/ui/icon";
import { Empty } from "@/components/ui/state";
import type { StoriesPage } from "../loaders/load-stories";

/** What may be read, newest first, of all organisations or of one. */
export function StoryList({ page }: { page: StoriesPage }) {
  const { cards, tellers, organisation, isSignedIn } = page;
  return (
    <>
      <p className="second small mt-3 mb-3">
        自己单位的来路，身边的人和事。{isSignedIn ? "" : "只给本单位看的，登录以后才看得到。"}
      </p>
      {tellers.length > 1 ? (
        <form method="get" action="/stories" className="mb-3 flex items-end gap-2">
          <FilterSelect
            name="organisation"
            label="单位"
            all="所有单位"
            value={organisation}
            choices={tellers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <button className="btn" type="submit">
            看这家
          </button>
        </form>
      ) : null}
      {cards.length === 0 ? (
        <Empty
          title={organisation === "" ? "还没有厂情厂史" : "这家单位还没有给你看的"}
          hint="厂里的老机器、老师傅、第一张订单，都可以写"
          action={{ href: "/me/stories/new", label: "写一篇" }}
        />
      ) : (
        <div className="card">
          {cards.map(({ id, href, title, summary, meta }) => (
            <a key={id} className="row" href={href}>
              <div className="grow">
                <h2 className="text-[length:inherit]">{title}</h2>
                <p className="second small">{summary}</p>
                <span className="meta">{meta}</span>
              </div>
              <Icon name="next" small />
            </a>
          ))}
        </div>
      )}
      <Pager path="/stories" filter={{ organisation }} page={page.page} pages={page.pages} />
    </>
  );
}
