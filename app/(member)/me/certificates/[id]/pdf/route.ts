import { loadCertificateFile } from "@/features/certificates/loaders";
import { downloadHeaders } from "@/lib/sheets/download";

type Context = { params: Promise<{ id: string }> };

/** The own certificate to print. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { name, bytes } = await loadCertificateFile((await params).id);
  return new Response(new Uint8Array(bytes), { headers: downloadHeaders(name, "pdf") });
}
