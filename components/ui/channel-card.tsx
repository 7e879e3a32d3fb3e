import type { ReactNode } from "react";

/** One way of being reached: its name, what comes that way, its controls. */
export function ChannelCard({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className="card mt-4 grid gap-3 p-4" aria-label={title}>
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="meta">{about}</p>
      </div>
      {children}
    </section>
  );
}
