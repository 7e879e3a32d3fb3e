import { loadPicture } from "@/features/stories/loaders/load-picture";

type Context = { params: Promise<{ id: string; file: string }> };

export const dynamic = "force-dynamic";

/** A picture of a story. What may be done with it says the policy of pictures (scripts/lib/document-policy.mjs). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, file } = await params;
  const { bytes, cache } = await loadPicture(id, file);
  const headers = { "content-type": "image/webp", "cache-control": cache, "content-disposition": "inline" };
  return new Response(new Uint8Array(bytes), { headers: { ...headers, "x-content-type-options": "nosniff" } });
}
