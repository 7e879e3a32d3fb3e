import { loadLeafletFile } from "@/features/leaflets/loaders";
import { downloadHeaders } from "@/lib/sheets/download";

type Context = { params: Promise<{ slug: string }> };

export const dynamic = "force-dynamic";

/** The leaflet to print and fold. Asked of the database each time, so that nothing taken down is in it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { name, bytes } = await loadLeafletFile((await params).slug);
  return new Response(new Uint8Array(bytes), { headers: downloadHeaders(name, "pdf") });
}
