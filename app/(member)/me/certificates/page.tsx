import type { Metadata } from "next";
import { PhonePage } from "@/components/layout/phone-page";
import { CertificateList } from "@/features/certificates/components/certificate-list";
import { loadOwnCertificates } from "@/features/certificates/loaders";

export const metadata: Metadata = { title: "我的证书" };

export default async function OwnCertificatesPage() {
  const certificates = await loadOwnCertificates();
  return (
    <PhonePage tab="me" title="我的证书" back={{ href: "/me", label: "回到我的" }}>
      <h1 className="vh">我的证书</h1>
      <CertificateList certificates={certificates} />
    </PhonePage>
  );
}
