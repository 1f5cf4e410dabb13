import { closeSync, existsSync, fchmodSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

import type { Row, TableName } from "../model/field";

/** One change: a row written (and moved to the end of its table), a row gone, an id handed out. */
export type Change =
  readonly ["+", TableName, Row] | readonly ["-", TableName, number] | readonly ["#", TableName, number];

/** Where changes are kept. One `append` is one line is one act: all of it or nothing survives. */
export type Journal = {
  append(changes: readonly Change[]): void;
  /** Begins anew with these changes only. */
  rewrite(changes: Iterable<Change>): void;
  close(): void;
};

export const noJournal: Journal = { append: () => undefined, rewrite: () => undefined, close: () => undefined };

/** Reads what a file holds. A torn last line, left by a kill in mid-write, is an act that did not happen. */
export function readJournal(path: string): readonly Change[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  const last = lines.pop();
  const changes = lines.filter((line) => line !== "").flatMap((line) => JSON.parse(line) as Change[]);
  return last === undefined || last === "" ? changes : changes.concat(readTorn(last));
}

function readTorn(line: string): Change[] {
  try {
    return JSON.parse(line) as Change[];
  } catch {
    return [];
  }
}

/** Opens a file that only this user may read, also one that was made wider. Windows has no modes. */
function openPrivate(path: string, flags: "a" | "w"): number {
  const file = openSync(path, flags, 0o600);
  if (process.platform !== "win32") fchmodSync(file, 0o600);
  return file;
}

/** Lines of JSON, handed to the system before the answer goes out: they survive kill -9. */
export function fileJournal(path: string): Journal {
  let file = openPrivate(path, "a");
  return {
    append: (changes) => {
      if (changes.length > 0) writeSync(file, `${JSON.stringify(changes)}\n`);
    },
    rewrite: (changes) => {
      const fresh = `${path}.new`;
      const target = openPrivate(fresh, "w");
      let lines: string[] = [];
      for (const change of changes) {
        if (lines.push(JSON.stringify([change])) < 1000) continue;
        writeSync(target, `${lines.join("\n")}\n`);
        lines = [];
      }
      if (lines.length > 0) writeSync(target, `${lines.join("\n")}\n`);
      fsyncSync(target);
      closeSync(target);
      closeSync(file);
      renameSync(fresh, path);
      file = openPrivate(path, "a");
    },
    close: () => closeSync(file),
  };
}
