import { setImmediate } from "node:timers/promises";
import { formatFull } from "@/domain/calendar/labels";
import { businessDateOf } from "@/domain/calendar/shanghai";
import { AppError } from "@/lib/errors";
import { escapeHtml, htmlDocument, htmlReply } from "@/lib/html-document";
import { qrSvg } from "@/lib/qr-code";
import { downloadHeaders } from "@/lib/sheets/download";
import type { InvitationBatch, IssuedInvitation } from "./mutations";
import { invitationSheet } from "./sheet";
import { batchNotes, inOrder, linkOf } from "./view";

const A_PAGE = 8;

/** The answer to one act: a spreadsheet to download, or a page to print. */
export async function batchReply(
  batch: InvitationBatch,
  { format, publicUrl }: { format: "xlsx" | "slips"; publicUrl: string },
): Promise<Response> {
  if (batch.issued.length === 0) throw new AppError("conflict", NOBODY);
  if (format === "slips") return htmlReply(await invitationSlips(batch, publicUrl));
  const sheet = await invitationSheet(batch, publicUrl);
  return new Response(new Uint8Array(sheet), { headers: downloadHeaders("指尖课堂邀请", "xlsx") });
}

const NOBODY = "选中的范围里没有可以发邀请的人，原来的链接没有变动。请回到那一页换一个范围。";

/** How to use it, three lines. */
const HOW_TO = [
  "用手机相机或微信“扫一扫”扫码，也可以在浏览器里输入网址。",
  "看完信息使用说明，给自己设一个密码。",
  "以后用自己的手机号或工号，加这个密码登录。",
];

/** Slips to cut apart, eight on an A4 page. Names and links only: no phone number is printed. */
async function invitationSlips(batch: InvitationBatch, publicUrl: string): Promise<string> {
  const until = formatFull(businessDateOf(batch.expiresAt));
  const slips = inOrder(batch.issued);
  const pages: string[] = [];
  for (let first = 0; first < slips.length; first += A_PAGE) {
    const cells = slips.slice(first, first + A_PAGE).map((slip) => slipHtml(slip, { publicUrl, until }));
    pages.push(`<section class="slips">${cells.join("")}</section>`);
    // Codes take a while to draw: other requests get their turn after every page.
    await setImmediate();
  }
  const notes = batchNotes(batch).map((line) => `<li>${escapeHtml(line)}</li>`);
  const head = [
    '<header class="notice screen-only"><h1>邀请条</h1>',
    `<ul>${notes.join("")}</ul>`,
    "<p>用浏览器的“打印”，纸张A4，缩放100%，不加页眉页脚。每页8张，沿虚线剪开。</p></header>",
  ];
  return htmlDocument({ title: "邀请条", body: [...head, ...pages].join("") });
}

function slipHtml({ invitee, token }: IssuedInvitation, { publicUrl, until }: { publicUrl: string; until: string }) {
  const link = linkOf(token, publicUrl);
  const steps = HOW_TO.map((step) => `<li>${step}</li>`);
  return [
    `<article class="slip"><div class="slip-head"><b>${escapeHtml(invitee.name)}</b>`,
    `<span>${escapeHtml(invitee.branch || invitee.organisation)}</span></div>`,
    `<div class="slip-body">${qrSvg(link)}<ol>${steps.join("")}</ol></div>`,
    `<p class="address">${escapeHtml(link.replace(/^https:\/\//, ""))}</p>`,
    `<p class="until">指尖课堂，${until}前有效，只能用一次</p></article>`,
  ].join("");
}
