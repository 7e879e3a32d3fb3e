"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { startTransition, useActionState } from "react";

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

const NO_ANSWER = "没有连上服务器，不知道送到了没有。写的还在这一页，有网再按一次。";
const OLD_PAGE = "网站刚刚更新过，这一页太旧，送不出去。先把写的复制下来，刷新这一页再填。";

/**
 * Runs a server action from a form: its fields become the input, its faults stand beside the fields. Without a network
 * the form stays with what was typed in it.
 */
export function useFormAction<Input, Data>(
  action: (input: Input) => Promise<ActionReply<Data> | undefined>,
): FormAction<Data> {
  const [reply, send, busy] = useActionState(async (_before: ActionReply<Data>, form: FormData) => {
    try {
      // The server checks every field; the form's strings are all the input there is.
      return (await action(Object.fromEntries(form) as Input)) ?? {};
    } catch (error) {
      unstable_rethrow(error);
      return { serverError: unstable_isUnrecognizedActionError(error) ? OLD_PAGE : NO_ANSWER };
    }
  }, {});
  return {
    ...{ reply, busy },
    submit: (form) => startTransition(() => send(form)),
    fault: (field) => reply.validationErrors?.fieldErrors[field]?.[0],
  };
}
