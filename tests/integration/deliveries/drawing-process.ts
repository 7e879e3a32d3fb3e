import { drawUpLists } from "@/features/reminders/mutations/draw-up-lists";
import { sendDue } from "@/features/deliveries/mutations/send-due";
import { closeDb } from "@/lib/db";
import { emailChannel } from "@/lib/delivery/email";

/**
 * A process of its own that draws up the week's lists and sends what they put into the outbox:
 * `drawing-process.ts <instant> <instant of sending> <port of the mail server, or 0 to stop before sending>`.
 */
const [drawnAt = "", sentAt = "", port = "0"] = process.argv.slice(2);
const drawn = await drawUpLists(new Date(drawnAt));
process.stdout.write(`drawn ${drawn}\n`);
if (port === "0") {
  // Waits to be killed, with everything in the outbox and nothing sent.
  await new Promise((done) => setTimeout(done, 60_000));
}
const email = emailChannel({
  ...{ host: "127.0.0.1", port: Number(port), security: "none", user: undefined, password: undefined },
  from: "study@learn.example",
});
const clock = () => new Date(sentAt);
await sendDue({ channels: { email }, holder: "child", clock, publicUrl: "https://learn.example" });
await closeDb();
