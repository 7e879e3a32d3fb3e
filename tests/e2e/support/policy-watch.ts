import type { BrowserContext } from "@playwright/test";

export type PolicyWatch = {
  /** What the browser refused, and scripts that failed, each with its page. */
  faults: string[];
};

/**
 * Writes down every violation of the content policy on the pages of a browser context, from their first byte on: the
 * event itself, what the console says of it, and exceptions, because a blocked script is missed by others.
 */
export async function watchPolicy(context: BrowserContext): Promise<PolicyWatch> {
  const faults: string[] = [];
  const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);
  await context.exposeBinding("tellViolation", ({ page }, text: string) => {
    faults.push(`${pathOf(page.url())} ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
      const tell = Reflect.get(globalThis, "tellViolation") as (text: string) => void;
      tell(`${effectiveDirective} blocked ${blockedURI} ${sample}`);
    });
  });
  context.on("console", (message) => {
    if (message.text().includes("Content Security Policy"))
      faults.push(`${pathOf(message.page()?.url() ?? "")} console`);
  });
  context.on("weberror", (error) => {
    faults.push(`${pathOf(error.page()?.url() ?? "")} ${error.error().message}`);
  });
  return { faults };
}
