import type { ReactNode } from "react";
import { Box } from "@/components/layout/console-page";
import { Icon } from "@/components/ui/icon";
import { Empty, State } from "@/components/ui/state";
import type { Reminders, RemindersPage } from "../loaders/reminders";
import type { ReminderCard } from "../view";

type Props = {
  reminders: Reminders;
  dutiesPath: string;
  /** How one is answered; null where it is only read. */
  replyForm: ((item: ReminderCard) => ReactNode) | null;
};

/** This week's list: what, why, how long it takes, and the answer. */
function ReminderList({ reminders, dutiesPath, replyForm }: Props) {
  const { week, items, effort } = reminders;
  const open = items.filter(({ reply }) => reply === null).length;
  const note = open === 0 ? week : `${week}，${open}件，一共约${effort}分钟`;
  return (
    <Box title="这一周的提醒" note={note}>
      {items.length === 0 ? (
        <Empty
          title="这一周没有要提醒的事"
          hint="每周第一个工作日，把这一周到期的和过了日子的列在这里"
          action={{ href: dutiesPath, label: "看责任清单" }}
        />
      ) : (
        <ul className="thread">
          {items.map((item) => (
            <li key={item.duty.id}>
              <p className="from">
                <span>{item.why}</span>
                <span className="nb">{item.duty.effort}</span>
              </p>
              <p>
                <a className="inline-link font-semibold" href={`${dutiesPath}/${item.duty.id}`}>
                  {item.duty.title}
                </a>
                {item.duty.organisation === "" ? "" : `，${item.duty.organisation}`}
              </p>
              <p className="second mb-2">{item.duty.ask}</p>
              {item.reply !== null ? (
                <State
                  tone={item.duty.isOpen ? "wait" : "ok"}
                  icon={item.duty.isOpen ? <Icon name="clock" /> : undefined}
                >
                  {item.reply}
                </State>
              ) : replyForm === null ? (
                <p className="meta">等书记或党务工作者答复</p>
              ) : (
                replyForm(item)
              )}
              {item.duty.why === "" ? null : <p className="meta break-words">{item.duty.why}</p>}
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}

/** The page of a branch and that of an organisation. `replyForm`: for those who may answer. */
export function RemindersBody({
  page: { reminders, dutiesPath },
  replyForm,
}: {
  page: RemindersPage;
  replyForm: (item: ReminderCard) => ReactNode;
}) {
  return (
    <>
      <ReminderList reminders={reminders} dutiesPath={dutiesPath} replyForm={reminders.mayReply ? replyForm : null} />
      <EarlierWeeks reminders={reminders} />
    </>
  );
}

function EarlierWeeks({ reminders: { earlier } }: { reminders: Reminders }) {
  if (earlier.length === 0) return null;
  return (
    <Box title="前几周">
      <ul className="thread">
        {earlier.map(({ title, words }) => (
          <li key={title}>
            <p className="from">
              <span>{title}</span>
            </p>
            {words}
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** On a desk: one line about this week, or nothing when everything is answered. */
export function ReminderNote({ reminders, href }: { reminders: Reminders; href: string }) {
  const open = reminders.items.filter(({ reply }) => reply === null);
  if (open.length === 0) return null;
  return (
    <Box title="这一周的提醒" note={reminders.week}>
      <ul className="decide">
        <li>
          <span className="n">{open.length}</span>
          <div>
            <b>件责任到期或过了日子</b>
            <small>
              {open
                .slice(0, 3)
                .map(({ duty }) => duty.title)
                .join("、")}
              ，一共约{reminders.effort}分钟，一点就能答复
            </small>
          </div>
          <a className="btn" href={href}>
            去答复
          </a>
        </li>
      </ul>
    </Box>
  );
}
