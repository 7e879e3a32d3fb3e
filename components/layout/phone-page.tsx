import type { ReactNode } from "react";
import { Icon, Logo, type IconName } from "@/components/ui/icon";
import { AppearanceMenu } from "./appearance-menu";

const TABS: { key: TabKey; href: string; label: string; icon: IconName }[] = [
  { key: "today", href: "/", label: "今日", icon: "today" },
  { key: "learn", href: "/lessons", label: "学习", icon: "book" },
  { key: "quiz", href: "/quizzes", label: "答题", icon: "quiz" },
  { key: "projects", href: "/projects", label: "志愿", icon: "heart" },
  { key: "me", href: "/me", label: "我的", icon: "person" },
];

type TabKey = "today" | "learn" | "quiz" | "projects" | "me";

type Props = {
  /** The tab that is current; none on pages outside the five. */
  tab?: TabKey;
  /** Title in the bar beside the way back; without one the brand is shown. */
  title?: string;
  back?: { href: string; label: string };
  /** At the right end of the bar, before 外观. */
  end?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** The frame of every page for phones: bar, main, tabs. Plain anchors: a page works before any script has arrived. */
export function PhonePage({ tab, title, back, end, wide, children }: Props) {
  return (
    <div className={wide ? "phone wide" : "phone"}>
      <header className={title ? "bar ruled" : "bar"}>
        {back ? (
          <a className="icon-btn" href={back.href} aria-label={back.label}>
            <Icon name="back" />
          </a>
        ) : null}
        {title ? (
          <span className={back ? "bar-title" : "bar-title pl-3"}>{title}</span>
        ) : (
          <a className="brand" href="/">
            <Logo />
            指尖课堂
          </a>
        )}
        {end}
        <AppearanceMenu />
      </header>
      <main id="main">{children}</main>
      <nav className="tabs" aria-label="主导航">
        {TABS.map((item) => (
          <a key={item.key} href={item.href} aria-current={item.key === tab ? "page" : undefined}>
            <Icon name={item.icon} />
            {item.label}
          </a>
        ))}
      </nav>
    </div>
  );
}

/** A titled group of rows or cards. */
export function Group({
  title,
  more,
  children,
}: {
  title: string;
  more?: { href: string; label: string };
  children: ReactNode;
}) {
  return (
    <section className="group">
      <header>
        <h2>{title}</h2>
        {more ? (
          <a className="link quiet" href={more.href}>
            {more.label}
          </a>
        ) : null}
      </header>
      {children}
    </section>
  );
}

/** One row of a card: the whole row is the target. */
export function Row({ href, icon, title, meta }: { href: string; icon?: IconName; title: string; meta?: ReactNode }) {
  return (
    <a className="row" href={href}>
      {icon ? <Icon name={icon} /> : null}
      <div className="grow">
        <h3>{title}</h3>
        {meta ? <span className="meta">{meta}</span> : null}
      </div>
      <Icon name="next" small />
    </a>
  );
}
