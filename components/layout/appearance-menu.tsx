import { Icon } from "@/components/ui/icon";

const CHOICES = [
  { look: "theme=system", label: "跟随系统" },
  { look: "theme=light", label: "浅色" },
  { look: "theme=dark", label: "深色" },
  { look: "size=normal", label: "标准字号" },
  { look: "size=large", label: "长辈版，大字大按钮" },
];

/** Theme and text size. Plain HTML that public/theme.js brings to life, so that it costs reading pages no script of their own. */
export function AppearanceMenu() {
  return (
    <details className="look-menu needs-script">
      <summary className="icon-btn with-text">
        <Icon name="letters" />
        外观
      </summary>
      <div className="sheet-small" role="group" aria-label="外观">
        {CHOICES.map((choice) => (
          <button key={choice.look} type="button" data-look={choice.look} aria-pressed="false">
            {choice.label}
          </button>
        ))}
      </div>
    </details>
  );
}
