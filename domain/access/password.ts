/**
 * A password has 8 to 128 characters, is not one of the person's logins, not one of the most common passwords and not
 * one character repeated. No rule about kinds of characters and no forced change: length and surprise matter.
 *
 * Example: `12345678` is refused as too common, `晨会一刻钟学党史` is accepted.
 */
const PASSWORD_MIN = 8;
const PASSWORD_MAX = 128;

/** Folded as `fold` does: upper case without spaces and hyphens. */
// prettier-ignore
const COMMONEST: ReadonlySet<string> = new Set([
  "12345678", "123456789", "1234567890", "0123456789", "87654321", "987654321", "0987654321", "12341234",
  "11223344", "12121212", "123123123", "1234512345", "147258369", "789456123", "13141314", "5201314520",
  "PASSWORD", "PASSWORD1", "PASSWORD123", "PASSW0RD", "P@SSW0RD", "P@SSWORD", "ADMIN123", "ADMIN1234",
  "ADMINISTRATOR", "QWERTYUI", "QWERTYUIOP", "QWER1234", "1QAZ2WSX", "QAZWSXEDC", "1Q2W3E4R", "1Q2W3E4R5T",
  "ASDFGHJK", "ASDFGHJKL", "ZXCVBNM1", "ABCD1234", "ABC12345", "ABCDEFGH", "A1234567", "A12345678",
  "A123456789", "AA123456", "AA12345678", "ZXC12345", "IWOAINI1314", "WOAINI1314", "WOAINI520", "WOAIZHONGGUO",
  "LETMEIN1", "WELCOME1", "SUNSHINE", "PRINCESS", "FOOTBALL", "ILOVEYOU", "88888888", "66666666",
]);

const fold = (text: string): string => text.normalize("NFKC").toUpperCase().replace(/[\s-]/gu, "");

function equalsLogin(password: string, login: string): boolean {
  const typed = fold(password);
  const workNumber = login.includes("-") ? login.slice(login.indexOf("-") + 1) : login;
  return [login, workNumber].some(
    (text) => text !== "" && typed.replace(/^(?:\+?86|0086)(?=1\d{10}$)/u, "") === fold(text),
  );
}

/** The reasons against a password, in Chinese, in a fixed order; an empty list means it may be used. Never throws. */
export function passwordFaults(input: { password: string; logins: readonly string[] }): string[] {
  const characters = [...input.password];
  const faults: string[] = [];
  if (characters.length < PASSWORD_MIN) faults.push(`密码至少${PASSWORD_MIN}个字符。`);
  if (characters.length > PASSWORD_MAX) faults.push(`密码最多${PASSWORD_MAX}个字符。`);
  if (characters.length > 1 && new Set(characters).size === 1) faults.push("密码不能是同一个字符的重复。");
  if (COMMONEST.has(fold(input.password))) faults.push("这个密码太常见，容易被猜中，请换一个。");
  if (input.logins.some((login) => equalsLogin(input.password, login))) faults.push("密码不能与手机号或工号相同。");
  return faults;
}
