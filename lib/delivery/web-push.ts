import webPush from "web-push";
import { dead, delivered, retry, type Channel, type Outcome } from "./channel";
import type { Answer, Post } from "./post";
import type { VapidKeys } from "./vapid";

/** A browser that is off for longer than this need not hear of it. */
const KEEP_SECONDS = 12 * 60 * 60;

type Parts = { post: Post; keys: VapidKeys; publicUrl: string };

/**
 * Web Push; a target is `{ endpoint, p256dh, auth }`, a browser's own subscription. What fails is the browser's affair and
 * holds up no other, since all of them share one lane.
 */
export function webPushChannel({ post, keys, publicUrl }: Parts): Channel {
  const subject = publicUrl.startsWith("https://") ? publicUrl : "mailto:postmaster@localhost";
  return {
    send: async (letter, { endpoint = "", p256dh = "", auth = "" }) => {
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
        return retry(`连不上推送服务：${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}

function outcomeOf({ status, retryAfterSeconds }: Answer): Outcome {
  if (status >= 200 && status < 300) return delivered;
  if (status === 404 || status === 410) return dead(`浏览器已经退订（${status}）`, { gone: true });
  if (status === 429 || status >= 500) return retry(`推送服务没有收（${status}）`, { afterSeconds: retryAfterSeconds });
  return dead(`推送服务没有收（${status}）`);
}
