import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { Empty } from "@/components/ui/state";
import { CheckedCertificate } from "@/features/certificates/components/checked-certificate";
import { loadCertificate } from "@/features/certificates/loaders";

export const metadata: Metadata = { title: "核验证书", robots: { index: false }, referrer: "no-referrer" };

/** Anybody who has the number may check a certificate: the code on the sheet leads here. */
export default async function CertificatePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const certificate = await loadCertificate(id);
  return (
    <PhonePage title="核验证书" back={{ href: "/", label: "回到今日" }}>
      <h1 className="vh">核验证书</h1>
      {certificate ? (
        <CheckedCertificate certificate={certificate} />
      ) : (
        <Empty
          title="没有这份证书"
          hint="请核对证书编号，共16个字母和数字，字母不分大小写。编号没错而找不到，说明它不是本平台发的。"
          action={{ href: "/", label: "回到今日" }}
        />
      )}
    </PhonePage>
  );
}
