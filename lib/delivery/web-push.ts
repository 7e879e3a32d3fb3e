import { ECDH } from "node:crypto";
import webPush from "web-push";
import { namedHost } from "@/domain/pushes/host";
import { dead, delivered, retry, type Channel, type Outcome } from "./channel";
import type { Answer, Post } from "./post";
import type { VapidKeys } from "./vapid";

/** A browser that is off for longer than this need not hear of it. */
const KEEP_SECONDS = 12 * 60 * 60;

type Parts = { post: Post; keys: VapidKeys; publicUrl: string };

/**
 * Web Push; a target is `{ endpoint, p256dh, auth }`, a browser's own subscription. What the push service does concerns all
 * of its browsers; what is wrong with a subscription itself concerns that one alone, and must never be taken for the former.
 */
export function webPushChannel({ post, keys, publicUrl }: Parts): Channel {
  const subject = publicUrl.startsWith("https://") ? publicUrl : "mailto:postmaster@localhost";
  return {
    send: async (letter, { endpoint = "", p256dh = "", auth = "" }) => {
      if (!isUsable({ endpoint, p256dh, auth })) return dead("浏览器给的推送地址或密钥不能用", { gone: true });
      try {
        const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(letter), {
          vapidDetails: { subject, ...keys },
          TTL: KEEP_SECONDS,
        });
        const headers = Object.fromEntries(
          Object.entries(details.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
        );
        return outcomeOf(await post({ url: endpoint, body: details.body ?? Buffer.alloc(0), headers }));
      } catch (error) {
        return retry(`连不上推送服务：${error instanceof Error ? error.message : String(error)}`, { outage: true });
      }
    },
  };
}

const AUTH_BYTES = 16;

/** Can it be called and sealed for at all? A key may have the right length and be no point of the curve. */
function isUsable({ endpoint, p256dh, auth }: Record<"endpoint" | "p256dh" | "auth", string>): boolean {
  if (namedHost(endpoint) === null || Buffer.from(auth, "base64url").length < AUTH_BYTES) return false;
  try {
    ECDH.convertKey(p256dh, "prime256v1", "base64url", "hex", "uncompressed");
    return true;
  } catch {
    return false;
  }
}

function outcomeOf({ status, retryAfterSeconds }: Answer): Outcome {
  if (status >= 200 && status < 300) return delivered;
  if (status === 404 || status === 410) return dead(`浏览器已经退订（${status}）`, { gone: true });
  if (status === 429 || status >= 500) {
    return retry(`推送服务没有收（${status}）`, { afterSeconds: retryAfterSeconds, outage: status >= 500 });
  }
  return dead(`推送服务没有收（${status}）`);
}
