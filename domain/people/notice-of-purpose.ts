/**
 * What people are told about the use of their data at the first sign-in, and the version their consent names. Required
 * before any data of a person is used; raise the version with every change of the wording.
 *
 * Example: somebody who agreed to version 2026-11 has a consent row with exactly that text.
 */
export const NOTICE_VERSION = "2026-11";

export const NOTICE_OF_PURPOSE = [
  "这个平台用来学习党史、答题和记积分。登记的只有姓名、手机号或工号、所在支部和单位，由你所在的党组织提供。",
  "你的作答、积分和学习任务只用于学习：本人看得到全部，支部的学习委员看得到派给你的学习是否完成，工委看到的是组织的汇总。平台不记录在线时长，不定位，不要求拍照打卡，不拿登录次数考核任何人。",
  "手机号加密保存。登录和拒绝登录的安全记录保存六个月，只有管理员能看。季度积分大赢家和竞赛由你自己决定参加不参加，随时可以退出。",
  "转出或要求删除时，向所在支部或工委提出即可。",
] as const;
