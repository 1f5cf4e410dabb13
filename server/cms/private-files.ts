import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** What a start keeps beside its database: scripts/steps/settings.mjs and start.mjs write these. */
const besideIt = new Set(["secret", "station.json", "station.jsonl", "station.jsonl.new", "in-use"]);

/**
 * Makes the file of a SQLite database and its folder this user's alone: 0600 in 0700, also where both existed with
 * wider modes. SQLite gives its `-wal`, `-shm` and `-journal` the mode of the database, so the file is made first.
 * A folder that holds other things as well keeps its mode: it may be `/tmp` or a home. Windows has no modes.
 */
export function makePrivate(databaseUrl: string): void {
  const file = fileOf(databaseUrl);
  if (file === null) return;
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform === "win32") return;
  closeSync(openSync(file, "a", 0o600));
  const names = readdirSync(folder);
  const base = path.basename(file);
  // With its backups: `airweek.db.bak` and `airweek.db-2026-11-24` hold the same.
  const isOurs = (name: string) => name === base || name.startsWith(`${base}-`) || name.startsWith(`${base}.`);
  for (const name of names.filter(isOurs)) narrow(path.join(folder, name), 0o600);
  if (isBelowData(folder) || names.every((name) => isOurs(name) || besideIt.has(name))) narrow(folder, 0o700);
}

/** The file that a `file:` address names; null for a database in memory. */
function fileOf(databaseUrl: string): string | null {
  if (databaseUrl.includes(":memory:")) return null;
  return path.resolve(databaseUrl.slice("file:".length).split("?")[0]!);
}

/** Is it the checkout's own folder for data, or below it? */
function isBelowData(folder: string): boolean {
  const data = path.resolve(".data");
  return folder === data || folder.startsWith(data + path.sep);
}

/** Takes away what others may do. Somebody else's file keeps its mode; `npm run doctor` names it. */
function narrow(name: string, most: number): void {
  try {
    const mode = statSync(name).mode & 0o777;
    if ((mode & ~most) !== 0) chmodSync(name, mode & most);
  } catch {
    // It is another user's, or it has just gone, as a -journal does.
  }
}
