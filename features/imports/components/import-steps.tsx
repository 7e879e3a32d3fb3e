const STEPS = ["选文件", "试导入", "写入"] as const;

/** Where one is: three steps, the present one named. */
export function ImportSteps({ at }: { at: 1 | 2 | 3 | 4 }) {
  return (
    <ol className="steps px-4 pb-3">
      {STEPS.map((label, index) => {
        const number = index + 1;
        const state = number < at ? "done" : number === at ? "now" : undefined;
        return (
          <li key={label} className={state} aria-current={state === "now" ? "step" : undefined}>
            <b>{number}</b>
            {label}
          </li>
        );
      })}
    </ol>
  );
}
