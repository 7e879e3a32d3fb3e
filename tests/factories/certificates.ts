import { issueCertificates } from "@/features/certificates/mutations/issue-certificates";
import { joinContest } from "@/features/contests/mutations/join-contest";
import { sha256Hex } from "@/lib/crypto";
import { db } from "@/lib/db";
import { forgetRemembered } from "@/lib/remembered";
import { newBytes } from "@/lib/randomness";
import { addContest } from "./contests";

const HOUR_MS = 3_600_000;

/** A contest that is over, won by this person alone with full marks; gives its id. */
async function winContest(memberId: string, { title = "示例已结束的竞赛", showName = false } = {}) {
  const now = new Date();
  const contestId = await addContest(now, { title });
  forgetRemembered();
  await joinContest({ own: { memberId }, contestId, showName, bytes: newBytes(10), now });
  const ended = new Date(now.getTime() - HOUR_MS);
  await db().quiz.update({ where: { id: contestId }, data: { opensAt: new Date(0), closesAt: ended } });
  await db().contest.update({ where: { id: contestId }, data: { settledAt: ended } });
  const { pseudonym } = await db().contestEntry.findFirstOrThrow({ where: { contestId, memberId } });
  const attempt = ["attempt", pseudonym, "1", "2026-11-22", "2000", "2000", "[true]", "[1]"].join("\t");
  const archive = `${attempt}\nplace\t${pseudonym}\t2000\t1\n`;
  const edition = { contestId, edition: 1, digest: sha256Hex(archive), archive, madeAt: ended };
  await db().contestArchive.create({ data: edition });
  forgetRemembered();
  return contestId;
}

/** The certificate of a contest that this person won; gives its number. */
export async function giveCertificate(memberId: string): Promise<string> {
  await winContest(memberId);
  const [certificate] = await issueCertificates({ memberId }, new Date());
  if (!certificate) throw new Error("No certificate");
  return certificate.id;
}
