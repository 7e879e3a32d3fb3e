import { createTransport } from "nodemailer";
import { env, type MailServer } from "../env";
import { dead, delivered, retry, type Channel, type Letter, type Outcome } from "./channel";

/** A server that keeps silent is not waited for any longer. */
const PATIENCE_MS = 10_000;

/** What nodemailer throws, as far as it is looked at. */
type MailFault = Error & { code?: string; responseCode?: number; response?: string; command?: string };

/** E-mail through one SMTP server; a target is `{ address }`. */
export function emailChannel(server: MailServer): Channel {
  const transport = createTransport({
    ...{ host: server.host, port: server.port, secure: server.security === "tls" },
    ...{ requireTLS: server.security === "starttls", ignoreTLS: server.security === "none" },
    ...(server.user === undefined ? {} : { auth: { user: server.user, pass: server.password ?? "" } }),
    ...{ connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: 2 * PATIENCE_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    send: async (letter, target) => {
      try {
        const to = { name: "", address: target["address"] ?? "" };
        await transport.sendMail({ from: server.from, to, subject: letter.title, text: textOf(letter) });
        return delivered;
      } catch (error) {
        return outcomeOf(error as MailFault);
      }
    },
  };
}

/** The channel of this installation; null where no mail server is named. */
export function ownEmailChannel(): Channel | null {
  const { MAIL } = env();
  return MAIL === null ? null : emailChannel(MAIL);
}

const textOf = ({ body, url }: Letter): string =>
  [body, url, "这封邮件由系统发出，不用回复。不想再收，请在“我的”里的“通知方式”停收。"]
    .filter((part) => part !== "")
    .join("\n\n");

/** RFC 3463: 5.1.x speaks of the address itself. */
const NO_SUCH_ADDRESS = /\b5\.1\.\d+\b/;

/** Reasons are read in logs and on pages: whose address it was about stays out of them. */
const ADDRESS = /[^\s<>@"(]+@[^\s<>@")]+/gu;

function reasonOf({ code, responseCode = 0, response = "", command = "", message }: MailFault): string {
  const words = (response === "" ? message : response).replace(ADDRESS, "***");
  if (code === "EAUTH") return `邮件服务器不认用户名或密码（${words}）`;
  if (command === "MAIL FROM") return `邮件服务器不收这个发件地址（${words}）`;
  return responseCode === 0 ? `连不上邮件服务器（${words}）` : `邮件服务器没有收（${words}）`;
}

function outcomeOf(fault: MailFault): Outcome {
  const { code, responseCode = 0, response = "", command = "" } = fault;
  const reason = reasonOf(fault);
  // Nobody there, nobody let in, or the sender refused: it would be the same for every address.
  const isOutage = responseCode === 0 || code === "EAUTH" || code === "ECONNECTION" || command === "MAIL FROM";
  if (isOutage) return retry(reason, { outage: true });
  if (responseCode < 500) return retry(reason, { outage: responseCode === 421 });
  return dead(reason, { gone: NO_SUCH_ADDRESS.test(response) });
}
