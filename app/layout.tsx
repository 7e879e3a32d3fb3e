import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { ResendWaiting } from "@/features/attempts/components/resend-waiting";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "指尖课堂", template: "%s · 指尖课堂" },
  description: "每天三分钟，读一条党史，答一两道题。",
  icons: { icon: "/logo.svg" },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#161513" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN" suppressHydrationWarning>
      <head>
        {/* Before the first paint on purpose: otherwise a dark or large page flashes light and small. */}
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/theme.js" />
        {/* Static pages cannot know the installation: this sheet shows or hides its banners (docs/adr/0005). */}
        {/* eslint-disable-next-line @next/next/no-css-tags */}
        <link rel="stylesheet" href="/installation.css" />
      </head>
      <body>
        <a className="skip" href="#main">
          跳到正文
        </a>
        <p className="demo-banner">演示数据，组织和人员均为虚构</p>
        {children}
        <ResendWaiting />
      </body>
    </html>
  );
}
