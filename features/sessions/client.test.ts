import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { silenceBrowser } from "./client";

const endpoint = "https://push.example/phone";
const forget = vi.fn();
const unsubscribe = vi.fn();

/** A browser with a service worker; `subscription` is what its push service knows. */
function browserWith(subscription: unknown): void {
  const registration = { pushManager: { getSubscription: () => Promise.resolve(subscription) } };
  vi.stubGlobal("navigator", { serviceWorker: { getRegistration: () => Promise.resolve(registration) } });
  vi.stubGlobal("PushManager", class {});
  vi.stubGlobal("Notification", class {});
}

describe("notifications of a browser that is signed out", () => {
  beforeEach(() => {
    forget.mockReset().mockResolvedValue({});
    unsubscribe.mockReset().mockResolvedValue(true);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("end at its push service and with the server", async () => {
    browserWith({ endpoint, unsubscribe });
    await silenceBrowser(forget);
    expect(unsubscribe).toHaveBeenCalledOnce();
    expect(forget.mock.calls).toEqual([[{ endpoint }]]);
  });

  it("end at the one when the other fails, and never hold up signing out", async () => {
    browserWith({ endpoint, unsubscribe: unsubscribe.mockRejectedValue(new Error("no push service")) });
    await silenceBrowser(forget);
    expect(forget).toHaveBeenCalledOnce();
    browserWith({ endpoint, unsubscribe: unsubscribe.mockReset().mockResolvedValue(true) });
    await silenceBrowser(forget.mockRejectedValue(new Error("no network")));
    expect(unsubscribe).toHaveBeenCalledOnce();
  });

  it("hold nothing up when everything keeps silent", async () => {
    vi.useFakeTimers();
    browserWith({ endpoint, unsubscribe: () => new Promise(() => undefined) });
    const silenced = silenceBrowser(forget.mockReturnValue(new Promise(() => undefined)));
    await vi.advanceTimersByTimeAsync(3_000);
    await expect(silenced).resolves.toBeUndefined();
  });

  it("are not asked of a browser that has none, or cannot have any", async () => {
    browserWith(null);
    await silenceBrowser(forget);
    vi.unstubAllGlobals();
    vi.stubGlobal("navigator", {});
    await silenceBrowser(forget);
    expect(forget).not.toHaveBeenCalled();
  });
});
