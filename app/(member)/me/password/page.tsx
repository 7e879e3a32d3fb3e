import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { loadOwnGate } from "@/features/members/loaders";
import { PasswordForm } from "@/features/sessions/components/password-form";

export const metadata: Metadata = { title: "修改密码" };

export default async function PasswordPage() {
  await loadOwnGate("/me/password");
  return (
    <PhonePage tab="me" title="修改密码" back={{ href: "/me", label: "回到我的" }}>
      <div className="grid gap-5 pt-6">
        <h1 className="serif-title">修改密码</h1>
        <PasswordForm />
      </div>
    </PhonePage>
  );
}
