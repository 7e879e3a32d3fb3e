import type { NextConfig } from "next";
import { businessDateOf } from "./domain/calendar/shanghai";

const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

const config: NextConfig = {
  // A build goes to a folder of its own and is switched at restart (scripts/start.mjs).
  distDir: process.env["NEXT_DIST_DIR"] ?? ".next",
  // The front pages of the days around this date are built ahead (domain/calendar/today-path.ts).
  env: { BUILT_ON: businessDateOf(new Date()) },
  poweredByHeader: false,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pino", "opencc-js"],
  // Types are checked by `npm run check`, over tests and scripts as well; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  headers: () => Promise.resolve([{ source: "/:path*", headers: SECURITY_HEADERS }]),
};

export default config;
