import { afterEach, beforeEach, vi } from "vitest";

/**
 * Fails every test of the enclosing file or describe that writes to console.error. A test that expects such a line
 * checks it and calls `vi.mocked(console.error).mockClear()`.
 */
export function failOnConsoleError(): void {
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => {
    const calls = vi.mocked(console.error).mock.calls.map((args) => args.map(String).join(" "));
    vi.mocked(console.error).mockRestore();
    if (calls.length > 0) throw new Error(`console.error was called:\n${calls.join("\n")}`);
  });
}
