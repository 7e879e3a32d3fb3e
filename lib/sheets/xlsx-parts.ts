import { posix } from "node:path";
import { numberFormat, type NumberFormat } from "./number-format";
import { unescapeXmlText } from "./xml-text";
import { readXml } from "./xml";

/** Where a sheet of the workbook stands in the package. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

interface WorkbookPart {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly strings: Buffer | undefined;
  readonly styles: Buffer | undefined;
}

export type Parts = ReadonlyMap<string, Buffer>;

/** Paths in a package do not mind case; generators differ in it. */
export function partAt(parts: Parts, path: string): Buffer | undefined {
  const exact = parts.get(path);
  if (exact !== undefined) return exact;
  const lower = path.toLowerCase();
  return [...parts].find(([name]) => name.toLowerCase() === lower)?.[1];
}

const nothing = () => undefined;

interface Relationship {
  readonly type: string;
  readonly path: string;
}

/** The relationships of one part by their id; `base` is the folder of the part. */
async function readRelationships(bytes: Buffer | undefined, base: string): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  await readXml(bytes ?? Buffer.from("<none/>"), {
    open: (name, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (name !== "Relationship" || TargetMode === "External") return;
      const path = Target.startsWith("/") ? Target.slice(1) : posix.join(base, Target);
      found.set(Id, { type: Type.slice(Type.lastIndexOf("/") + 1), path });
    },
    close: nothing,
    text: nothing,
  });
  return found;
}

async function mainPath(parts: Parts): Promise<string> {
  const roots = await readRelationships(partAt(parts, "_rels/.rels"), "");
  return [...roots.values()].find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
}

const isTrue = (value: string | undefined) => value === "1" || value === "true";

/** The sheets in the order of their tabs; sheets of charts and macros are left out. */
export async function readWorkbookPart(parts: Parts): Promise<WorkbookPart> {
  const path = await mainPath(parts);
  const folder = posix.dirname(path);
  const links = await readRelationships(partAt(parts, `${folder}/_rels/${posix.basename(path)}.rels`), folder);
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await readXml(partAt(parts, path) ?? Buffer.from("<none/>"), {
    open: (name, attributes) => {
      if (name === "workbookPr") date1904 = isTrue(attributes["date1904"]);
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const link = links.get(id);
      if (link?.type !== "worksheet") return;
      const hidden = (attributes["state"] ?? "visible") !== "visible";
      sheets.push({ name: attributes["name"] ?? "", hidden, path: link.path });
    },
    close: nothing,
    text: nothing,
  });
  const linked = (type: string) => {
    const link = [...links.values()].find((each) => each.type === type);
    return link === undefined ? undefined : partAt(parts, link.path);
  };
  return { sheets, date1904, strings: linked("sharedStrings"), styles: linked("styles") };
}

/** Texts that cells share, in order; of rich text all runs, without the reading aids of Asian phonetics. */
export async function readSharedStrings(bytes: Buffer | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = 0;
  if (bytes === undefined) return strings;
  await readXml(bytes, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") phonetic += 1;
      inText = name === "t" && phonetic === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rPh") phonetic -= 1;
      if (name === "si") strings.push(unescapeXmlText(text));
    },
  });
  return strings;
}

/** What the numbers of each cell style mean, by the number a cell names. */
export async function readStyles(bytes: Buffer | undefined): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellFormats = false;
  let inCodes = false;
  if (bytes === undefined) return [];
  await readXml(bytes, {
    open: (name, attributes) => {
      if (name === "numFmts") inCodes = true;
      if (name === "numFmt" && inCodes) codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      if (name === "cellXfs") inCellFormats = true;
      if (name === "xf" && inCellFormats) ids.push(Number(attributes["numFmtId"] ?? 0));
    },
    close: (name) => {
      if (name === "numFmts") inCodes = false;
      if (name === "cellXfs") inCellFormats = false;
    },
    text: nothing,
  });
  const formats = new Map([...new Set(ids)].map((id) => [id, numberFormat(id, codes.get(id))]));
  return ids.map((id) => formats.get(id) ?? numberFormat(0, undefined));
}
