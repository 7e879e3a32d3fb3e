import { Drawing } from "@/components/ui/drawing";
import { LibraryNotice } from "@/components/layout/reading";
import type { TodayPage } from "../loaders";
import type { EntryCard, LeafView } from "../view";

/** The top of the leaf: the day, the date set vertically, one drawing. */
function LeafTop({ leaf }: { leaf: LeafView }) {
  return (
    <div className="leaf-top">
      <time className="leaf-date" dateTime={leaf.date}>
        <b>{leaf.day}</b>
        <span>
          {leaf.yearMonth}
          <br />
          {leaf.weekday}
        </span>
      </time>
      <Drawing name={leaf.drawing} className="leaf-art" />
    </div>
  );
}

/** 日页: the entry of the day, or an honest leaf that offers the nearest ones. */
export function DayLeaf({ leaf, entry, isTakenDown, nearest }: TodayPage) {
  if (entry === null) return <EmptyLeaf leaf={leaf} isTakenDown={isTakenDown} nearest={nearest} />;
  return (
    <article className={leaf.isMourning ? "leaf mourning" : "leaf"}>
      <LeafTop leaf={leaf} />
      <p className="kicker">
        <b>党史天天谈</b>
        {entry.year ? <span>{entry.year}的今天</span> : null}
      </p>
      <h1 className="serif-title">{entry.title}</h1>
      <p className="lede">{entry.summary}</p>
      <a className={leaf.isMourning ? "btn wide" : "btn main wide"} href={entry.href}>
        读今天这一条
      </a>
      <p className="meta foot">{entry.foot}</p>
      <LibraryNotice />
    </article>
  );
}

function EmptyLeaf({ leaf, isTakenDown, nearest }: { leaf: LeafView; isTakenDown: boolean; nearest: EntryCard[] }) {
  return (
    <article className="leaf">
      <LeafTop leaf={leaf} />
      <p className="kicker">
        <b>党史天天谈</b>
      </p>
      <h1 className="serif-title">{isTakenDown ? "今天这一条已撤下" : "今天还没有条目"}</h1>
      <p className="lede">
        {isTakenDown ? "内容正在核对，改好以后会重新放上来。" : "这一天的条目还没有写好。"}
        {nearest.length > 0 ? "可以先读离今天最近的。" : ""}
      </p>
      {nearest.map((card, index) => (
        <a key={card.href} className={index === 0 ? "btn main wide nearest" : "btn wide nearest"} href={card.href}>
          <span className="nb">{card.day}</span>
          <span className="clip">{card.title}</span>
        </a>
      ))}
    </article>
  );
}
