"use client";

import { useEffect, useRef, type ReactNode, type RefObject } from "react";

type Props = {
  /** What is done with the fields, and with the button that was pressed. */
  send: (fields: FormData, submitter: HTMLElement | null) => void;
  className: string;
  /** For a form that names its faults itself. */
  noValidate?: boolean;
  form?: RefObject<HTMLFormElement | null>;
  children: ReactNode;
};

/**
 * A form that script sends. On a slow line it can be filled in and pressed before its script has come: public/theme.js
 * then holds it (`data-waits`), and it is sent as soon as it can be. `dialog` is the one method by which a browser
 * without script sends nothing: no field, and no password, ever lands in an address.
 */
export function ScriptForm({ send, className, noValidate, form: given, children }: Props) {
  const own = useRef<HTMLFormElement>(null);
  const form = given ?? own;
  useEffect(() => {
    const sent = form.current?.dataset["waits"] === "sent";
    form.current?.removeAttribute("data-waits");
    if (sent) form.current?.requestSubmit();
  }, [form]);
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
        send(new FormData(event.currentTarget), (event.nativeEvent as SubmitEvent).submitter);
      }}
    >
      {children}
    </form>
  );
}
