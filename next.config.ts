import type { NextConfig } from "next";
import { businessDateOf } from "./domain/calendar/shanghai";

const config: NextConfig = {
  // A build goes to a folder of its own and is switched at restart (scripts/start.mjs).
  distDir: process.env["NEXT_DIST_DIR"] ?? ".next",
  // The front pages of the days around this date are built ahead (domain/calendar/today-path.ts).
  env: { BUILT_ON: businessDateOf(new Date()) },
  poweredByHeader: false,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pino", "opencc-js", "pdfkit"],
  // Types are checked by `npm run check`, over tests and scripts as well; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Security headers, content policy and compression are the work of scripts/serve.mjs.
  compress: false,
  // The inbox moved; links in bookmarks and old messages still lead to it.
  redirects: () => Promise.resolve([{ source: "/me/notices", destination: "/inbox", permanent: true }]),
  // The framework knows its server as localhost (scripts/serve.mjs); people open it by its address.
  allowedDevOrigins: ["127.0.0.1", process.env["HOST"] ?? "127.0.0.1"],
};

export default config;
