import { NOTICE_OF_PURPOSE } from "@/domain/people/notice-of-purpose";

/** 你的信息这样使用, shown above the consent. */
export function NoticeOfPurpose() {
  return (
    <section className="panel grid gap-2" aria-label="信息使用说明">
      <b>你的信息这样使用</b>
      {NOTICE_OF_PURPOSE.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  );
}
