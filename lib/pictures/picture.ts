import sharp from "sharp";
import { singleton } from "@/lib/singleton";

/**
 * A picture that somebody sent up, made anew: what it shows, upright, in two sizes, and nothing of what a camera writes
 * beside it (place, time, device). What it is, its first bytes say, never its name.
 */
export type MadePicture = {
  readonly large: Buffer;
  readonly small: Buffer;
  readonly width: number;
  readonly height: number;
  readonly smallWidth: number;
};

export const PICTURE_LIMITS = Object.freeze({
  bytes: 10 * 1024 * 1024,
  /** Unpacked, a picture takes four bytes a pixel: small files may hold enormous ones. */
  pixels: 50_000_000,
  width: 1600,
  height: 4800,
  smallWidth: 640,
});

/** A Chinese sentence for the person who sent it. */
export class PictureFault extends Error {}

const JPEG = "把手机的“设置→相机→格式”改成“兼容性最佳”再拍，或发送前把它转成JPEG。";
const NOT_A_PICTURE = "这个文件不是JPEG、PNG或WebP图片，没有收下。";

const HEIC_BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1", "heif"]);

type Kind = "jpeg" | "png" | "webp";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What the first bytes say; throws for what is not taken. */
function kindOf(bytes: Buffer): Kind {
  const text = (from: number, to: number): string => bytes.toString("latin1", from, to);
  if (text(0, 3) === "\xff\xd8\xff") return "jpeg";
  if (bytes.subarray(0, PNG.length).equals(PNG)) return "png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "webp";
  const isBoxed = text(4, 8) === "ftyp";
  throw new PictureFault(whyNot(isBoxed ? text(8, 12) : text(0, 4)));
}

/** By the brand of a boxed file, or by its first four signs. */
function whyNot(sign: string): string {
  if (HEIC_BRANDS.has(sign)) return `这是苹果手机的HEIC图片，很多手机打不开，没有收下。${JPEG}`;
  if (sign.startsWith("avi")) return "这是AVIF图片，没有收下。请转成JPEG再传。";
  return sign === "GIF8" ? "这是GIF图片，没有收下。请转成JPEG或PNG再传。" : NOT_A_PICTURE;
}

type Sized = { width: number; height: number };

/** Refuses before anything is unpacked. */
async function readHead(bytes: Buffer, kind: Kind): Promise<Sized> {
  const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (format !== kind) throw new PictureFault(NOT_A_PICTURE);
  if (width * height > PICTURE_LIMITS.pixels) {
    const millions = Math.round((width * height) / 1_000_000);
    throw new PictureFault(
      `这张图有${millions}百万像素，最多${PICTURE_LIMITS.pixels / 1_000_000}百万，没有收下。请缩小再传。`,
    );
  }
  return { width, height };
}

const BROKEN = "这张图不完整或已损坏，没有收下。请重新选一次；还不行，就把它截屏再传。";

async function make(bytes: Buffer): Promise<MadePicture> {
  const kind = kindOf(bytes);
  try {
    await readHead(bytes, kind);
    // Of a moving picture the first frame; turned as the camera was held; without anything that is no picture.
    const upright = sharp(bytes, { limitInputPixels: PICTURE_LIMITS.pixels, failOn: "error", pages: 1 }).autoOrient();
    const fit = { fit: "inside" as const, withoutEnlargement: true };
    const { width, height } = PICTURE_LIMITS;
    const large = await upright
      .resize({ width, height, ...fit })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    const small = await sharp(large.data)
      .resize({ width: PICTURE_LIMITS.smallWidth, ...fit })
      .webp({ quality: 74 })
      .toBuffer({ resolveWithObject: true });
    const size = { width: large.info.width, height: large.info.height, smallWidth: small.info.width };
    return { large: large.data, small: small.data, ...size };
  } catch (error) {
    throw error instanceof PictureFault ? error : new PictureFault(BROKEN, { cause: error });
  }
}

/** One after the other in a process: each may take two hundred megabytes while it is unpacked. */
export function makePicture(bytes: Buffer): Promise<MadePicture> {
  const queue = singleton("pictures.queue", () => ({ last: Promise.resolve() as Promise<unknown> }));
  const made = queue.last.then(() => make(bytes));
  queue.last = made.catch(() => undefined);
  return made;
}
