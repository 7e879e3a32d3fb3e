/**
 * An export of a contest is checked from its own text: the seal from seed, blueprint and questions; each question's
 * content from its digest; then every paper, every score and every place.
 *
 * Example: an export whose seed was changed by one letter has another seal, and other papers than its answers fit.
 */
import { compareUtf8 } from "@/domain/ranking/closing";
import { FULL_FRACTION, scoreInKeys } from "@/domain/quizzes/score";
import { placesOf, type ArchiveAttempt } from "./archive";
import { drawnFor, paperFrom } from "./papers";
import { readArchive, type ArchiveText } from "./reading";
import { sealForm, type Sha256 } from "./seal";

/** The differences found, in Chinese; an empty list means that all agrees. Never throws. */
export function verifyContest(text: string, sha256: Sha256): string[] {
  const archive = readArchive(text);
  if (archive === null) return ["首行不是指尖课堂知识竞赛档案的首行，或版本不认识。"];
  const { faults } = archive;
  checkOrder(archive);
  const { contestId, seed, blueprint, questions } = archive;
  if (sha256(sealForm({ contestId, seed, blueprint, questions })) !== archive.seal) {
    faults.push("种子、组卷要求和题目算出来的封存摘要，和首行的不同。");
  }
  checkContents(archive, sha256);
  for (const attempt of archive.attempts) checkAttempt(archive, attempt, sha256);
  checkPlaces(archive);
  return faults;
}

function checkOrder({ lines, faults, attempts, attemptCount }: ArchiveText): void {
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before !== undefined && compareUtf8(before, line) >= 0) faults.push(`第${index + 2}行的顺序不对或重复。`);
  });
  if (attempts.length !== attemptCount) faults.push(`首行写${attemptCount}次作答，实有${attempts.length}次。`);
  const keys = new Set(attempts.map(({ pseudonym, number }) => `${pseudonym} ${number}`));
  if (keys.size !== attempts.length) faults.push("有人同一次作答出现了两行。");
}

function checkContents({ questions, contents, faults }: ArchiveText, sha256: Sha256): void {
  const digestOf = new Map(questions.map(({ versionId, digest }) => [versionId, digest]));
  for (const [versionId, { text }] of contents) {
    if (digestOf.get(versionId) !== sha256(text)) faults.push(`${versionId}：题目的内容和封存的不同。`);
  }
}

const nameOf = ({ pseudonym, number }: ArchiveAttempt): string => `${pseudonym}第${number}次`;

function checkAttempt(archive: ArchiveText, attempt: ArchiveAttempt, sha256: Sha256): void {
  const { faults } = archive;
  const say = (what: string): void => void faults.push(`${nameOf(attempt)}：${what}`);
  const { seed, blueprint, questions: pool } = archive;
  const drawn = drawnFor({ seed, blueprint, pool, pseudonym: attempt.pseudonym, number: attempt.number }, sha256);
  if (drawn === null) return say("这些题目凑不成一份试卷。");
  if (!drawn.versionIds.every((id) => archive.versions.has(id))) return say("试卷上有档案里没有内容的题。");
  const { questions } = paperFrom(drawn, archive.versions);
  if (questions.length !== attempt.answers.length) {
    return say(`试卷有${questions.length}题，档案里有${attempt.answers.length}个答案。`);
  }
  const fractions = questions.map(({ questionId, versionId }, index) => {
    const { value = null, fraction = 0 } = attempt.answers[index] ?? {};
    const why = archive.freed.get(questionId);
    // Taken down while it was on a paper it is full marks for those papers alone, void it is for everybody.
    if (why === "void" || (why === "taken-down" && fraction === FULL_FRACTION)) return FULL_FRACTION;
    const body = archive.versions.get(versionId)?.body;
    return body === undefined ? 0 : scoreInKeys(body, value);
  });
  fractions.forEach((fraction, index) => {
    const written = attempt.answers[index]?.fraction;
    if (written !== fraction) say(`第${index + 1}题应得${fraction}%，档案写${String(written)}%。`);
  });
  const score = questions.reduce((sum, { points }, index) => sum + points * (fractions[index] ?? 0), 0);
  const full = questions.reduce((sum, { points }) => sum + points * FULL_FRACTION, 0);
  if (score !== attempt.score || full !== attempt.maxScore) {
    say(`应得${score}，满分${full}；档案写${attempt.score}，满分${attempt.maxScore}。`);
  }
}

function checkPlaces({ attempts, places, people, faults }: ArchiveText): void {
  if (places.length !== people) faults.push(`首行写${people}人，实有${places.length}人。`);
  const written = new Map(places.map((line) => [line.pseudonym, line]));
  if (written.size !== places.length) faults.push("有人出现了不止一行名次。");
  const right = placesOf(attempts);
  for (const { id, points, place } of right) {
    const line = written.get(id);
    if (line === undefined) faults.push(`${id}：有作答，没有名次。`);
    else if (line.score !== points) faults.push(`${id}：最好成绩是${points}，档案写${line.score}。`);
    else if (line.place !== place) faults.push(`${id}：应为第${place}名，档案写第${line.place}名。`);
  }
  const known = new Set(right.map(({ id }) => id));
  for (const { pseudonym } of places) if (!known.has(pseudonym)) faults.push(`${pseudonym}：有名次，没有作答。`);
}
