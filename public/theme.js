// Runs before the first paint: marks that script works, applies the chosen theme and text size, wires the 外观 menu, offers 朗读.
(() => {
  const root = document.documentElement;
  root.dataset.script = "on";
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const apply = (kind, value) => {
    if (value && value !== "system" && value !== "normal") root.dataset[kind] = value;
    else delete root.dataset[kind];
  };
  apply("theme", read("zj-theme"));
  apply("size", read("zj-size"));
  const mark = () => {
    const current = { theme: root.dataset.theme || "system", size: root.dataset.size || "normal" };
    for (const button of document.querySelectorAll("[data-look]")) {
      const [kind, value] = button.dataset.look.split("=");
      button.setAttribute("aria-pressed", String(current[kind] === value));
    }
  };
  // 朗读 is offered where there is a Chinese voice; what reads is fetched when somebody wants it.
  const speaker = globalThis.speechSynthesis;
  const offer = () => {
    const button = document.querySelector("[data-read-aloud]");
    if (button) button.hidden = !speaker.getVoices().some(({ lang }) => /^(zh|cmn)/i.test(lang));
  };
  if (speaker) {
    document.addEventListener("DOMContentLoaded", offer);
    speaker.addEventListener?.("voiceschanged", offer);
  }
  const fetchReader = (button) => {
    button.dataset.readAloud = "now";
    // iOS speaks only after a tap spoke.
    speaker.speak(new SpeechSynthesisUtterance(""));
    const script = document.createElement("script");
    script.src = "/read-aloud.js";
    script.onerror = () => {
      button.dataset.readAloud = "later";
      button.querySelector("span").textContent = "没连上，再点一次";
    };
    document.head.append(script);
  };
  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const reader = target.closest("[data-read-aloud=later]");
    if (reader) fetchReader(reader);
    const button = target.closest("[data-look]");
    if (!button) {
      for (const menu of document.querySelectorAll(".look-menu[open]")) if (!menu.contains(target)) menu.open = false;
      return;
    }
    const [kind, value] = button.dataset.look.split("=");
    apply(kind, value);
    try {
      localStorage.setItem(`zj-${kind}`, value);
    } catch {
      // A browser without storage keeps the choice for this page only.
    }
    mark();
  });
  // A form pressed before its script has come waits for it (components/forms/script-form.tsx).
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (form.dataset.waits === undefined) return;
      event.preventDefault();
      form.dataset.waits = "sent";
      form.sentBy = event.submitter;
    },
    true,
  );
  document.addEventListener("toggle", mark, true);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const menu of document.querySelectorAll(".look-menu[open]")) menu.open = false;
  });
})();
