// Reads a page of the library aloud with a Chinese voice of the browser's own, sentence by sentence, and marks the paragraph
// it is at. Fetched by public/theme.js when the button is first tapped, which speaks an empty sentence in that very tap: an iPhone
// refuses a voice that begins later, as this one does. Nothing is sent anywhere and nothing is kept.
(() => {
  const button = document.querySelector("[data-read-aloud]");
  const speaker = globalThis.speechSynthesis;
  const label = button.querySelector("span");
  const parts = [...document.querySelectorAll(
    ".reading h1, .reading .lede, .reading .body :is(h2, h3, p, li), .reading .flip > :is(summary, p), .reading .transcript p",
  )];
  // Some voices fall silent after a quarter of a minute: they are given one sentence at a time.
  const sentences = parts.flatMap((part) => {
    const copy = part.cloneNode(true);
    for (const note of copy.querySelectorAll(".fn, p")) note.remove();
    // What is seen of a film stands on a line of its own above what is said.
    for (const picture of copy.querySelectorAll(".picture")) picture.append("。");
    return (copy.textContent.match(/[^。！？；]+[。！？；]?/g) ?? []).map((text) => ({ part, text }));
  });
  let at = 0;
  let speaking = null;

  const chosen = () => {
    const voices = speaker.getVoices().filter(({ lang }) => /^(zh|cmn)/i.test(lang));
    return voices.find(({ lang }) => /CN|Hans/i.test(lang)) ?? voices[0];
  };
  const show = (isOn, words) => {
    for (const part of parts) part.classList.toggle("aloud", isOn && part === sentences[at]?.part);
    button.setAttribute("aria-pressed", String(isOn));
    label.textContent = words;
  };
  const stop = (words) => {
    speaking = null;
    speaker.cancel();
    show(false, words);
  };
  const speak = () => {
    if (at >= sentences.length) {
      at = 0;
      return stop("朗读");
    }
    const utterance = Object.assign(new SpeechSynthesisUtterance(sentences[at].text), { lang: "zh-CN", voice: chosen() });
    speaking = utterance;
    utterance.onend = () => {
      if (speaking !== utterance) return;
      at += 1;
      speak();
    };
    utterance.onerror = () => speaking === utterance && stop("接着读");
    show(true, "停下");
    const card = sentences[at].part.closest("details");
    if (card) card.open = true;
    speaker.speak(utterance);
  };

  button.addEventListener("click", () => (speaking ? stop("接着读") : speak()));
  globalThis.addEventListener("pagehide", () => speaker.cancel());
  speak();
})();
