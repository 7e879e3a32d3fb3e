import { loadArchive } from "@/features/contests/loaders/load-contests";

type Context = { params: Promise<{ id: string }> };

/** The exact text whose digest was published; `npm run contest -- verify` checks it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return new Response(await loadArchive(id), {
    headers: {
      "content-type": "text/tab-separated-values; charset=utf-8",
      "content-disposition": `attachment; filename="contest-${id}.tsv"`,
      "cache-control": "private, no-store",
    },
  });
}
