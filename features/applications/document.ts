import { escapeHtml, htmlDocument } from "@/lib/html-document";
import { qrSvg } from "@/lib/qr-code";
import { dayOf, joinLinkOf } from "./view";

const STEPS = [
  "用手机相机或微信“扫一扫”扫码，也可以在浏览器里输入网址。",
  "填姓名和手机号（或组织短码-工号），看完说明后提交。",
  "支部确认以后，在同一个页面给自己设密码，就可以用了。",
];

export type Poster = { branch: string; token: string; expiresAt: Date };

/** The branch's code on one A4 page, to be put up on the wall. */
export function joinPoster({ branch, token, expiresAt }: Poster, publicUrl: string): string {
  const link = joinLinkOf(token, publicUrl);
  const steps = STEPS.map((step) => `<li>${step}</li>`).join("");
  const body = [
    '<header class="notice screen-only"><h1>支部码海报</h1>',
    "<p>用浏览器的“打印”，纸张A4，缩放100%，不加页眉页脚。换过或撤回支部码以后，旧的海报就扫不开了。</p></header>",
    `<section class="poster"><h1>加入指尖课堂</h1><h2>${escapeHtml(branch)}</h2>${qrSvg(link)}`,
    `<p class="address">${escapeHtml(link.replace(/^https:\/\//, ""))}</p><ol>${steps}</ol>`,
    `<p class="until">${dayOf(expiresAt)}前有效。填了申请，要支部确认才能加入。</p></section>`,
  ];
  return htmlDocument({ title: "支部码海报", body: body.join("") });
}
