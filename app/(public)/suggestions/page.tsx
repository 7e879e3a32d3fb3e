import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { SendFeedbackForm } from "@/features/feedback/components/send-form";
import { loadSuggestions } from "@/features/feedback/loaders";

export const metadata: Metadata = { title: "意见建议" };

/** 意见建议 about the product. */
export default async function SuggestionsPage() {
  const { isSignedIn, promise } = await loadSuggestions();
  return (
    <PhonePage title="意见建议" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">意见建议</h1>
      <div className="grid gap-4 pt-4">
        <p className="prose-small">哪里不好用、想要什么、什么让你觉得是负担，都可以说。</p>
        <SendFeedbackForm
          targetKind="product"
          targetId=""
          label="你的意见"
          hint={isSignedIn ? "最多1000个字，有了答复会告诉你" : "最多1000个字；不登录也能送，登录后再送能收到答复"}
          back={{ href: "/", label: "回到今日" }}
        />
        <p className="meta">{promise}。</p>
        <noscript>
          <p className="meta">这个浏览器没有开脚本，表单送不出去；也可以当面告诉支部的学习委员。</p>
        </noscript>
      </div>
    </PhonePage>
  );
}
