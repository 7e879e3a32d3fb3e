import "server-only";
import { now } from "@/lib/clock";
import { randomToken } from "@/lib/crypto";
import { env } from "@/lib/env";
import { findApplication } from "../queries/find-application";
import { findOpenJoinCode } from "../queries/find-join-code";
import { statusView, type StatusView } from "../view";
import { readSecret } from "./application-cookie";

export type JoinPage = { branch: string; token: string; secret: string };

/** The form behind a branch's code, with a fresh secret in it; null when the code is not to be used. */
export async function loadJoin(token: string): Promise<JoinPage | null> {
  const code = await findOpenJoinCode(token, now());
  return code && { branch: code.branch, token, secret: randomToken() };
}

export type StatusPage = { status: StatusView; address: string };

/** What became of this browser's application, with its private address; null when it has none. */
export async function loadStatus(): Promise<StatusPage | null> {
  const secret = await readSecret();
  const found = secret === null ? null : await findApplication(secret);
  if (secret === null || found === null) return null;
  return { status: statusView(found), address: `${env().PUBLIC_URL}/join/status#${secret}` };
}
