import type { ReactNode } from "react";
import { Icon, Logo, type IconName } from "@/components/ui/icon";
import { AppearanceMenu } from "./appearance-menu";

export type ConsoleLink = { href: string; label: string; icon: IconName };

type Props = {
  title: string;
  /** One line beside the title: which branch, which station. */
  place: string;
  /** Path of the current item of the rail. */
  current: string;
  links: ConsoleLink[];
  who: string;
  /** At the end of the head: the choice between several roles. */
  end?: ReactNode;
  children: ReactNode;
};

/** The frame of consoles: a rail and a desk on a PC, a bar with 菜单 and cards on a phone. */
export function ConsolePage({ title, place, current, links, who, end, children }: Props) {
  const items = [...links, { href: "/me", label: "回到我的", icon: "person" as const }];
  const anchors = items.map((item) => (
    <a key={item.href} className="item" href={item.href} aria-current={item.href === current ? "page" : undefined}>
      <Icon name={item.icon} />
      {item.label}
    </a>
  ));
  return (
    <div className="console dense">
      <nav className="rail" aria-label="管理导航">
        <a className="brand" href="/">
          <Logo />
          指尖课堂
        </a>
        <details className="menu look-menu">
          <summary className="icon-btn with-text">
            <Icon name="list" />
            菜单
          </summary>
          <div className="sheet-small">
            {items.map((item) => (
              <a key={item.href} className="flex min-h-tap items-center px-3" href={item.href}>
                {item.label}
              </a>
            ))}
          </div>
        </details>
        {anchors}
        <AppearanceMenu />
        <p className="who">{who}</p>
      </nav>
      <main className="desk" id="main">
        <header>
          <h1>{title}</h1>
          <span className="second whitespace-nowrap">{place}</span>
          {end ? <div className="end">{end}</div> : null}
        </header>
        {children}
      </main>
    </div>
  );
}

/** A boxed part of a desk. */
export function Box({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="box mb-4">
      <header>
        <h2>{title}</h2>
        {note ? <span className="meta">{note}</span> : null}
      </header>
      {children}
    </section>
  );
}
