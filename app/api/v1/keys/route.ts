import { publicKeys } from "@/lib/crypto";
import { jsonReply } from "@/lib/problem";

export const dynamic = "force-dynamic";

/** What anybody needs to check a receipt; no sign-in. */
export function GET(): Response {
  return jsonReply({ keys: publicKeys() });
}
