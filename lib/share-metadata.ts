import type { Metadata } from "next";
import { env } from "./env";

/** What a link to a page shows where it is shared: title, summary, and the picture of public/share.png. */
export function shareMetadata(page: {
  title: string;
  description: string;
  path: string;
  kind?: "article" | "website";
}): Metadata {
  const { title, description, path, kind = "article" } = page;
  return {
    title,
    description,
    metadataBase: new URL(env().PUBLIC_URL),
    alternates: { canonical: path },
    openGraph: {
      title,
      description,
      url: path,
      type: kind,
      locale: "zh_CN",
      siteName: "指尖课堂",
      images: [{ url: "/share.png", width: 1200, height: 630, alt: "指尖课堂" }],
    },
    twitter: { card: "summary_large_image" },
  };
}
