import { loadFilmFile } from "@/features/films/loaders";
import { sendFile } from "@/lib/send-file";

type Context = { params: Promise<{ slug: string; file: string }> };

export const dynamic = "force-dynamic";

/** The film, its captions or its poster, whole or in parts. What is taken down is asked for each time. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, file } = await params;
  const { path, type } = await loadFilmFile(slug, file);
  return sendFile(request, path, type);
}

export const HEAD = GET;
