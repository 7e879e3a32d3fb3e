import { findAcceptedLibrary, findLoadedLibrary, isDemo } from "@/features/installation/queries";

export const dynamic = "force-dynamic";

/**
 * Shows the banners that depend on the installation: 演示数据, and 待本单位审核 until a named reviewer accepted the library.
 * A style sheet, so that static pages show them without script.
 */
export async function GET(): Promise<Response> {
  const [demo, loaded, accepted] = await Promise.all([isDemo(), findLoadedLibrary(), findAcceptedLibrary()]);
  const rules = [
    ...(demo ? [".demo-banner{display:block}"] : []),
    ...(loaded !== null && loaded !== accepted?.digest ? [".library-notice{display:inline-flex}"] : []),
  ];
  return new Response(`${rules.join("\n")}\n`, {
    headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=5" },
  });
}
