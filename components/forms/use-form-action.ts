"use client";

import { useActionState } from "react";

export type ActionReply<Data> = {
  data?: Data | undefined;
  serverError?: string | undefined;
  validationErrors?: { formErrors: string[]; fieldErrors: Record<string, string[] | undefined> } | undefined;
};

type FormAction<Data> = {
  reply: ActionReply<Data>;
  submit: (form: FormData) => void;
  busy: boolean;
  /** The first fault of one field. */
  fault: (field: string) => string | undefined;
};

/** Runs a server action from a form: its fields become the input, its faults stand beside the fields. */
export function useFormAction<Input, Data>(
  action: (input: Input) => Promise<ActionReply<Data> | undefined>,
): FormAction<Data> {
  const [reply, submit, busy] = useActionState(
    // The server checks every field; the form's strings are all the input there is.
    async (_before: ActionReply<Data>, form: FormData) => (await action(Object.fromEntries(form) as Input)) ?? {},
    {},
  );
  return { reply, submit, busy, fault: (field) => reply.validationErrors?.fieldErrors[field]?.[0] };
}
