import { createECDH } from "node:crypto";
import { lookupHash } from "../crypto";

export type VapidKeys = { publicKey: string; privateKey: string };

/**
 * The key pair by which push services know this installation (VAPID, P-256). It is derived from the installation's own
 * look-up key, so that every process and every restored backup has the same one without a file more to keep.
 */
export function vapidKeys(): VapidKeys {
  for (let turn = 0; ; turn += 1) {
    const pair = pairOf(Buffer.from(lookupHash("vapid", String(turn)), "hex"));
    if (pair !== null) return pair;
  }
}

/** Null for the few numbers that are no private key of the curve. */
function pairOf(bytes: Buffer): VapidKeys | null {
  const curve = createECDH("prime256v1");
  try {
    curve.setPrivateKey(bytes);
  } catch {
    return null;
  }
  return { publicKey: curve.getPublicKey().toString("base64url"), privateKey: bytes.toString("base64url") };
}
