// Frames in, MP4 and WebM out, by the ffmpeg of this machine. Small, for a poor signal; nothing but the pictures in it.
import { spawn } from "node:child_process";
import { once } from "node:events";

const SAME_EVERY_TIME = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-an"];
/** Plays in WeChat, on mid-range Android and on iPhones; the head comes first, so that it starts at once. */
const MP4 = [
  ...["-c:v", "libx264", "-profile:v", "main", "-level", "3.1", "-preset", "slow", "-tune", "animation", "-crf", "23"],
  ...["-pix_fmt", "yuv420p", "-g", "120", "-movflags", "+faststart"],
];
/** For browsers without H.264. */
const WEBM = [
  "-c:v",
  "libvpx-vp9",
  "-b:v",
  "0",
  "-crf",
  "34",
  "-deadline",
  "good",
  "-cpu-used",
  "3",
  "-pix_fmt",
  "yuv420p",
];

type Film = { width: number; height: number; rate: number; frames: Iterable<Buffer>; mp4: string; webm: string };

/** Throws with the last words of ffmpeg when it fails or is missing. */
export async function encode({ width, height, rate, frames, mp4, webm }: Film): Promise<void> {
  const input = ["-f", "rawvideo", "-pix_fmt", "rgba", "-s", `${width}x${height}`, "-r", String(rate), "-i", "-"];
  const child = spawn(
    "ffmpeg",
    ["-y", "-loglevel", "error", ...input, ...SAME_EVERY_TIME, ...MP4, mp4, ...SAME_EVERY_TIME, ...WEBM, webm],
    { stdio: ["pipe", "ignore", "pipe"] },
  );
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
  const ended = new Promise<void>((resolve, reject) => {
    child.on("error", () => reject(new Error("没有找到ffmpeg。请先安装，例如apt-get install ffmpeg。")));
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg没有做成：${words.slice(-500)}`))));
  });
  child.stdin.on("error", () => undefined);
  for (const frame of frames) {
    if (child.exitCode !== null) break;
    if (!child.stdin.write(frame)) await Promise.race([once(child.stdin, "drain"), ended]);
  }
  child.stdin.end();
  await ended;
}
