import type { Page } from "@playwright/test";

/**
 * Gives the browser a voice that says nothing and finishes a sentence when it is told to: `sentenceEnds()` in the page; `said`
 * are its sentences. As on an iPhone it is silent until something, be it nothing at all, was spoken while a tap was dealt
 * with: a script that comes later by the network is too late to be the first.
 */
export const giveVoice = (page: Page, lang: string): Promise<unknown> =>
  page.addInitScript((language) => {
    type Utterance = { text: string; onend?: () => void; onerror?: () => void };
    const said: string[] = [];
    let current: Utterance | null = null;
    let [isInTap, isAllowed] = [false, false];
    globalThis.addEventListener("click", () => (isInTap = true), true);
    globalThis.addEventListener("click", () => (isInTap = false));
    const speak = (utterance: Utterance) => {
      isAllowed ||= isInTap;
      if (!isAllowed) return void setTimeout(() => utterance.onerror?.());
      if (utterance.text !== "") said.push((current = utterance).text);
    };
    const speaker = { getVoices: () => [{ lang: language }], speak, cancel: () => (current = null) };
    Object.defineProperty(globalThis, "speechSynthesis", { value: speaker });
    Object.assign(globalThis, {
      ...{
        said,
        SpeechSynthesisUtterance: function (this: { text: string }, text: string) {
          this.text = text;
        },
      },
      sentenceEnds: () => current?.onend?.(),
    });
  }, lang);
