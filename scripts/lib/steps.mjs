// Steps that are skipped while their inputs stay the same. What was done is remembered in .cache/steps.json.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run.mjs";

const stateFile = join(root, ".cache/steps.json");

/** An expected failure: the sentence is shown to the person, without a stack. */
export class StepError extends Error {}

/** Every file below the given paths (relative to `base`), sorted; a path that does not exist gives none. */
export function filesUnder(/** @type {string[]} */ paths, base = root) {
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {string} */ path) => {
    const stat = statSync(join(base, path), { throwIfNoEntry: false });
    if (stat?.isFile()) found.push(path);
    if (stat?.isDirectory()) for (const name of readdirSync(join(base, path))) visit(`${path}/${name}`);
  };
  paths.forEach(visit);
  return found.sort();
}

/** A digest over the names and contents of files and over further words (versions, settings). */
export function hashOf(
  /** @type {string[]} */ paths,
  /** @type {string[]} */ words = [],
  base = root,
  /** @type {(file: string) => boolean} */ keep = () => true,
) {
  const hash = createHash("sha256");
  for (const word of words) hash.update(`word ${word}\n`);
  for (const file of filesUnder(paths, base).filter(keep)) {
    hash.update(`file ${file}\n`).update(
      createHash("sha256")
        .update(readFileSync(join(base, file)))
        .digest(),
    );
  }
  return hash.digest("hex").slice(0, 16);
}

/** @returns {Record<string, string>} */
export function readState() {
  try {
    return JSON.parse(readFileSync(stateFile, "utf8"));
  } catch {
    return {};
  }
}

export function remember(/** @type {string} */ name, /** @type {string} */ key) {
  mkdirSync(dirname(stateFile), { recursive: true });
  writeFileSync(`${stateFile}.${process.pid}`, JSON.stringify({ ...readState(), [name]: key }, null, 2));
  renameSync(`${stateFile}.${process.pid}`, stateFile);
}

export const say = (/** @type {string} */ text) => process.stdout.write(`${text}\n`);

/**
 * Shows that a long step is alive: one line every 15 seconds until the work is done.
 * @template T
 * @param {string} title
 * @param {Promise<T>} work
 */
export async function patiently(title, work) {
  const began = performance.now();
  const beat = setInterval(() => say(`  ${title}：已用${Math.round((performance.now() - began) / 1000)}秒…`), 15_000);
  try {
    return await work;
  } finally {
    clearInterval(beat);
  }
}

/**
 * Does `work` unless the step was done with the same key before (and `ready` still holds), and prints one progress
 * line with the duration. Gives true when the work was done.
 * @param {{ name: string, title: string, key: string, ready?: () => boolean, work: () => Promise<unknown> }} step
 */
export async function step({ name, title, key, ready = () => true, work }) {
  if (readState()[name] === key && ready()) return false;
  say(`▶ ${title}…`);
  const began = performance.now();
  await work();
  remember(name, key);
  say(`✓ ${title}（${((performance.now() - began) / 1000).toFixed(1)}秒）`);
  return true;
}

/** Throws the step's failure with the end of the tool's output, so that the cause is on the screen. */
export function mustSucceed(/** @type {{ ok: boolean, output: string }} */ result, /** @type {string} */ sentence) {
  if (!result.ok)
    throw new StepError(
      [result.output.trimEnd().split("\n").slice(-60).join("\n"), sentence].filter(Boolean).join("\n"),
    );
  return result;
}
