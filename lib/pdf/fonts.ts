import { readFileSync } from "node:fs";
import path from "node:path";
import { singleton } from "@/lib/singleton";

const FOLDER = "node_modules/@expo-google-fonts/noto-serif-sc";

/** 思源宋体, which has the characters of names in two weights. A sheet embeds only the signs that stand on it. */
export type Fonts = { readonly regular: Buffer; readonly bold: Buffer };

const read = (file: string): Buffer => readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), FOLDER, file));

/** Read once per process: ten megabytes a weight. */
export function fonts(): Fonts {
  return singleton("pdf.fonts", () => ({
    regular: read("400Regular/NotoSerifSC_400Regular.ttf"),
    bold: read("600SemiBold/NotoSerifSC_600SemiBold.ttf"),
  }));
}
