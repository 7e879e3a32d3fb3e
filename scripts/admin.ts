// npm run admin -- first-link | reset [登录名] | accept-keys: the way in when nobody can open it from inside.
// What the caller must read goes to standard output; exit code 0: done, 1: refused, 2: wrong usage.
import { issueCode } from "../features/codes/mutations";
import { acceptKeys } from "../features/installation/mutations";
import { isDemo } from "../features/installation/queries";
import { INVITATION_DAYS } from "../features/invitations/constants";
import { findMemberByLoginKey, loginKeyOf } from "../features/members/queries";
import { inviteFirstAdministrator } from "../features/setup/mutations";
import { listAdministrators } from "../features/setup/queries";
import { now } from "../lib/clock";
import { closeDb } from "../lib/db";
import { env } from "../lib/env";
import { ownKeyIds } from "../lib/keys";

async function firstLink(): Promise<number> {
  if (await isDemo()) {
    console.error("这个数据目录里是演示数据。请换一个DATA_DIR，或先运行npm run demo -- clear。");
    return 1;
  }
  const result = await inviteFirstAdministrator(now());
  if (!result.ok) return 0;
  console.log(`首位管理员的邀请链接（${INVITATION_DAYS}天内有效，只能用一次）：`);
  console.log(`  ${env().PUBLIC_URL}/invite/${result.token}`);
  console.log(`设好密码后，用登录名${result.login}登录，打开${env().PUBLIC_URL}/admin，按清单开通。`);
  console.log("链接没用过之前，再运行一次npm run admin -- first-link会换一个新的，旧的作废。");
  return 0;
}

async function reset(login: string | undefined): Promise<number> {
  const at = now();
  const active = (await listAdministrators(at)).filter((one) => one.state === "active");
  if (active.length === 0) {
    console.error("还没有登录过的管理员。请运行npm run admin -- first-link取得邀请链接。");
    return 1;
  }
  const chosen = login === undefined ? active : await namedOf(active, login);
  const [only, ...others] = chosen;
  if (only === undefined) {
    console.error("这个登录名不是管理员的，没有发口令。");
    return 1;
  }
  if (others.length > 0) {
    console.error(`现在有${active.length}位管理员，可以互相发一次性口令。`);
    console.error("如果都进不去，请指明给谁：npm run admin -- reset <登录名>");
    return 1;
  }
  const { code } = await issueCode({ memberId: only.id, actorId: null, now: at });
  console.log(`管理员的一次性口令：${code}（24小时内有效，只显示这一次）`);
  console.log(`在${env().PUBLIC_URL}/sign-in/code输入登录名和口令，设新密码。原来的设备都已退出。`);
  return 0;
}

async function namedOf<Person extends { id: string }>(people: Person[], login: string): Promise<Person[]> {
  const key = loginKeyOf(login);
  const holder = key === null ? null : await findMemberByLoginKey(key);
  return people.filter((one) => one.id === holder?.memberId);
}

async function takeOverKeys(): Promise<number> {
  const fixed = await acceptKeys({ ids: ownKeyIds().ids, now: now() });
  if (fixed.length > 0) {
    console.error("联系方式和查找的密钥换不得：换了以后，库里的登录名和联系方式谁也读不出来。没有改动。");
    console.error("请把原来的contacts.key和lookup.key放回DATA_DIR/keys（或KEY_CONTACTS、KEY_LOOKUP）。");
    return 1;
  }
  console.log("数据库已认现在的会话和回执密钥。会话密钥换过的话，所有人要重新登录。");
  return 0;
}

const COMMANDS: Record<string, () => Promise<number>> = {
  "first-link": firstLink,
  reset: () => reset(process.argv[3]),
  "accept-keys": takeOverKeys,
};

const command = COMMANDS[process.argv[2] ?? ""];
if (command === undefined) {
  console.error(
    "用法：npm run admin -- first-link（首位管理员的邀请链接）、reset [登录名]（一次性口令）或accept-keys（认可更换过的密钥）",
  );
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(`没有办成：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await closeDb();
  }
}
