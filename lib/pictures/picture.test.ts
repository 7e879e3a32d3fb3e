import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { makePicture, PictureFault } from "./picture";

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 180, g: 40, b: 30 } } });

/** A JPEG as a phone writes it: held sideways, with the place and the name of its owner in it. */
const fromCamera = () =>
  plain(2000, 1000)
    .withExif({
      IFD0: { Artist: "SHILI-OWNER", Make: "SHILI-PHONE" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "39/1 54/1 26/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "116/1 23/1 29/1",
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A PNG of one colour and any size, one bit a pixel, that takes a few kilobytes. */
function flatPng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([sign, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

const faultOf = (bytes: Buffer): Promise<string> =>
  makePicture(bytes).then(
    () => "taken",
    (error: unknown) => (error instanceof PictureFault ? error.message : `not ours: ${String(error)}`),
  );

const box = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(200)]);

describe("a picture that was sent up", () => {
  let camera: Buffer;
  beforeAll(async () => {
    camera = await fromCamera();
  });

  it("had a place in it, and has none afterwards", async () => {
    const before = await sharp(camera).metadata();
    expect(before.exif?.includes("SHILI-OWNER")).toBe(true);
    // The tag of the place: 0x8825 points to the GPS block.
    expect(before.exif?.includes(Buffer.from([0x25, 0x88])) || before.exif?.includes(Buffer.from([0x88, 0x25]))).toBe(
      true,
    );
    const made = await makePicture(camera);
    for (const bytes of [made.large, made.small]) {
      const { exif, icc, xmp, iptc, format } = await sharp(bytes).metadata();
      expect({ exif, icc, xmp, iptc, format }).toEqual({ format: "webp" });
      expect(bytes.includes("SHILI")).toBe(false);
    }
  });

  it("stands upright, in two sizes", async () => {
    const { width, height, smallWidth, small } = await makePicture(camera);
    expect({ width, height, smallWidth }).toEqual({ width: 1000, height: 2000, smallWidth: 640 });
    expect(await sharp(small).metadata()).toMatchObject({ width: 640, height: 1280 });
  });

  it("is never made larger than it was, and never wider than a page", async () => {
    expect(await makePicture(await plain(300, 200).png().toBuffer())).toMatchObject({ width: 300, smallWidth: 300 });
    expect(await makePicture(await plain(4000, 3000).webp().toBuffer())).toMatchObject({ width: 1600, height: 1200 });
  });

  it("is the first frame of a moving one", async () => {
    const frames = await Promise.all(["red", "blue"].map((background) => solid(background)));
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { large, height } = await makePicture(moving);
    expect(height).toBe(40);
    const { dominant } = await sharp(large).stats();
    expect(dominant.r).toBeGreaterThan(dominant.b);
  });

  const solid = (background: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .png()
      .toBuffer();

  it("may be a picture of twelve megapixels", async () => {
    expect(await faultOf(await plain(4032, 3024).jpeg().toBuffer())).toBe("taken");
  });

  it.each(["heic", "heix", "mif1", "msf1"])("is refused as %s, with what to do instead", async (brand) => {
    expect(await faultOf(box(brand))).toMatch(/HEIC.*兼容性最佳.*JPEG/);
  });

  it("is refused with one sentence for everything else", async () => {
    expect(await faultOf(Buffer.from("MZ\x90\x00 this program"))).toContain("不是JPEG");
    expect(await faultOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toContain("不是JPEG");
    expect(await faultOf(await plain(9, 9).gif().toBuffer())).toContain("GIF");
    expect(await faultOf(box("avif"))).toContain("AVIF");
    expect(await faultOf(Buffer.alloc(0))).toContain("不是JPEG");
    expect(await faultOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<svg/>")]))).toContain("已损坏");
  });

  it("is refused when it was cut off on the way", async () => {
    const noisy = await sharp({
      create: {
        width: 800,
        height: 600,
        channels: 3,
        background: "#888",
        noise: { type: "gaussian", mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    expect(await faultOf(noisy.subarray(0, Math.floor(noisy.length / 2)))).toContain("不完整");
  });

  it("is refused before it is unpacked when it is enormous", async () => {
    const bomb = flatPng(20_000, 20_000);
    expect(bomb.length).toBeLessThan(10 * 1024 * 1024);
    expect(await faultOf(bomb)).toContain("400百万像素");
    expect(await faultOf(flatPng(64, 64))).toBe("taken");
  });
});
