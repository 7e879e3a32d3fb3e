import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Panel } from "@/components/ui/state";
import { SignInForm } from "@/features/sessions/components/sign-in-form";
import { loadSignInOptions } from "@/features/sessions/loaders";

export const metadata: Metadata = { title: "登录" };

type Search = { from?: string; welcome?: string; again?: string; error?: string; "signed-out"?: string };

const ERRORS: Record<string, { title: string; text: string }> = {
  "oidc-not-linked": {
    title: "这个统一身份还没有关联。",
    text: "请先用手机号或工号登录，在“我的”里关联，或者用邀请链接关联。",
  },
};

/** Only paths of this site are followed after signing in. */
function localPath(from: string | undefined): string {
  return from && /^\/(?![/\\])/.test(from) ? from : "/";
}

function Notice({ search }: { search: Search }) {
  if (search.welcome)
    return (
      <Panel tone="ok" title="密码设好了。">
        用它登录就可以了。
      </Panel>
    );
  if (search.again)
    return (
      <Panel tone="wait" title="管理页面闲置超过12小时。">
        请再登录一次，学习和答题不受影响。
      </Panel>
    );
  if (search["signed-out"] === "all") return <Panel tone="ok" title="所有设备都已退出。" />;
  if (search["signed-out"]) return <Panel tone="ok" title="已退出登录。" />;
  if (search.error) {
    const known = ERRORS[search.error];
    return (
      <Panel tone="bad" title={known?.title ?? "没有登录成功。"}>
        {known?.text ?? "请再试一次，还不行就用手机号或工号登录。"}
      </Panel>
    );
  }
  return null;
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const { oidcName } = await loadSignInOptions();
  return (
    <PhonePage title="登录" back={{ href: "/", label: "回到今日" }}>
      <div className="grid gap-5 pt-6">
        <h1 className="serif-title">登录指尖课堂</h1>
        <Notice search={search} />
        <p className="no-script panel">登录要用到脚本，这个浏览器关掉了它。读天天谈和课程不用登录。</p>
        <SignInForm returnTo={localPath(search.from)} oidcName={oidcName} />
        <p className="prose-small">
          第一次用，请打开支部发给你的邀请链接。忘了密码，请学习委员发一个一次性口令，然后
          <a className="inline-link" href="/sign-in/code">
            用口令设新密码
          </a>
          。
        </p>
      </div>
    </PhonePage>
  );
}
