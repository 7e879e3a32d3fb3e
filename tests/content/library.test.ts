import { expect, it } from "vitest";
import { checkFiles, describeFaults } from "@/features/library/content/check-library";
import { readContentFiles } from "@/features/library/content/read-files";

it("the library itself keeps every rule of content/README.md", () => {
  expect(describeFaults(checkFiles(readContentFiles()).faults)).toBe("");
});
