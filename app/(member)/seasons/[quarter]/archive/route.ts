import { loadArchive } from "@/features/seasons/loaders";

type Context = { params: Promise<{ quarter: string }> };

/** The exact text whose digest was published; `npm run season -- verify` checks it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { quarter } = await params;
  return new Response(await loadArchive(quarter), {
    headers: {
      "content-type": "text/tab-separated-values; charset=utf-8",
      "content-disposition": `attachment; filename="season-${quarter}.tsv"`,
      "cache-control": "private, no-store",
    },
  });
}
