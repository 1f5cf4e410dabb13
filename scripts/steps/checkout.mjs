import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The root of this checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** What belongs to this checkout and to no commit: databases, logs, locks. */
export const dataRoot = path.join(root, ".data");

/** A file below `.data/`, its folder made.
 * @param {...string} names */
export function inData(...names) {
  const file = path.join(dataRoot, ...names);
  mkdirSync(path.dirname(file), { recursive: true });
  return file;
}
