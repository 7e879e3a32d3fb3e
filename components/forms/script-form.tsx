"use client";

import { useEffect, useRef, type FormEvent, type ReactNode, type RefObject } from "react";

type Props = {
  /** What is done with the fields, the pressed button's name and value among them. */
  send: (fields: FormData) => void;
  className: string;
  /** For a form that names its faults itself. */
  noValidate?: boolean;
  form?: RefObject<HTMLFormElement | null>;
  /** What came of it, once it has succeeded: the fields are then as they were before anything was typed. */
  done?: unknown;
  children: ReactNode;
};

/** A form that public/theme.js holds, with the button that was pressed. */
type WaitingForm = HTMLFormElement & { sentBy?: HTMLElement | null };

function fieldsOf({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>): FormData {
  const fields = new FormData(currentTarget);
  const { submitter } = nativeEvent as SubmitEvent;
  // Older phones do not take the button as an argument of FormData.
  if (submitter instanceof HTMLButtonElement && submitter.name !== "") fields.append(submitter.name, submitter.value);
  return fields;
}

/**
 * A form that script sends. On a slow line it can be filled in and pressed before its script has come: public/theme.js
 * then holds it (`data-waits`), and it is sent as soon as it can be. `dialog` is the one method by which a browser
 * without script sends nothing: no field, and no password, ever lands in an address. What was typed stays until it has
 * succeeded; a form's own `action` would clear it after a refusal as well.
 */
export function ScriptForm({ send, className, noValidate, form: given, done, children }: Props) {
  const own = useRef<HTMLFormElement>(null);
  const form = given ?? own;
  useEffect(() => {
    const waiting: WaitingForm | null = form.current;
    const isSent = waiting?.dataset["waits"] === "sent";
    waiting?.removeAttribute("data-waits");
    if (isSent) waiting?.requestSubmit(waiting.sentBy);
  }, [form]);
  useEffect(() => {
    if (done !== undefined) form.current?.reset();
  }, [form, done]);
  return (
    <form
      ref={form}
      method="dialog"
      data-waits=""
      suppressHydrationWarning
      className={className}
      noValidate={noValidate}
      onSubmit={(event) => {
        event.preventDefault();
        send(fieldsOf(event));
      }}
    >
      {children}
    </form>
  );
}
