import { z } from "zod";
import { PERSONAL_CHANNELS, ROBOT_KINDS } from "@/domain/pushes/channels";
import { namedHost } from "@/domain/pushes/host";

export const turnChannelSchema = z.object({
  channel: z.enum(PERSONAL_CHANNELS),
  to: z.enum(["on", "off"]),
});

export const requestEmailSchema = z.object({
  address: z
    .string("请填邮箱")
    .trim()
    .toLowerCase()
    .max(254, "邮箱太长")
    .pipe(z.email("邮箱的写法不对，应该像name@example.org")),
});

export const confirmEmailSchema = z.object({
  code: z.string("请填确认码").trim().min(1, "请填确认码").max(40, "确认码是八位"),
});

export const addRobotSchema = z.object({
  branchId: z.string().min(1).max(64),
  kind: z.enum(ROBOT_KINDS, "请选择哪种群"),
  name: z.string("请填群的名字").trim().min(1, "请填群的名字").max(30, "最多30个字，现在太长了"),
  address: z.string("请粘贴地址").trim().min(1, "请粘贴地址").max(500, "地址太长"),
  secret: z.string().trim().max(200, "密钥太长").default(""),
});

export const removeRobotSchema = z.object({ robotId: z.string().min(1).max(64) });

const endpoint = z.url({ protocol: /^https$/, error: "推送地址不对" }).max(1000, "推送地址太长");
const base64url = (length: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`, "u"), "推送密钥不对");

const namedEndpoint = endpoint.refine((address) => namedHost(address) !== null, "推送地址不对");

/** What a browser gives: an address, which the server is to call, and two keys of 65 and 16 bytes. */
export const keepBrowserSchema = z.object({ endpoint: namedEndpoint, p256dh: base64url(87), auth: base64url(22) });

export const removeBrowserSchema = z.object({ endpoint });
