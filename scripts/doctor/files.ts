import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { bad, good, type Finding } from "./finding";

export type Places = {
  /** `DATABASE_URL`. */
  readonly database: string;
  /** Where the secret, the embedded station and its key are. */
  readonly folders: readonly string[];
  /** Where `.env` is. */
  readonly root: string;
};

/** Who else may read what is this user's alone: every person's password hash, keys, secrets. One finding for each, with its mend. */
export function examineFiles({ database, folders, root }: Places, platform = process.platform): readonly Finding[] {
  if (platform === "win32")
    return [good("files", "Windows has no modes: the folder's own permissions say who may read it")];
  const file =
    database.startsWith("file:") && !database.includes(":memory:")
      ? path.resolve(root, database.slice("file:".length).split("?")[0]!)
      : null;
  const names = [
    ...(file ? withItsCopies(file) : []),
    path.join(root, ".env"),
    ...folders.flatMap((folder) => ["secret", "station.json", "station.jsonl"].map((name) => path.join(folder, name))),
  ];
  const wrong = [
    ...[...new Set(folders)].flatMap((folder) => openTo(folder, 0o700, mendOf(folder, root))),
    ...[...new Set(names)].flatMap((name) => openTo(name, 0o600)),
  ];
  return wrong.length > 0 ? wrong : [good("files", "database, station and settings are this user's alone")];
}

/** The database, what SQLite keeps beside it, and backups that are called after it. */
function withItsCopies(file: string): readonly string[] {
  const base = path.basename(file);
  if (!existsSync(path.dirname(file))) return [];
  return readdirSync(path.dirname(file))
    .filter((name) => name === base || name.startsWith(`${base}-`) || name.startsWith(`${base}.`))
    .map((name) => path.join(path.dirname(file), name));
}

/** A folder elsewhere may hold what others need: it is not ours to close. */
function mendOf(folder: string, root: string): string {
  const isOurs = `${folder}${path.sep}`.startsWith(path.join(root, ".data") + path.sep);
  return isOurs
    ? `chmod 700 '${folder}'`
    : `Give the database a folder of its own with mode 0700; if nothing else is in this one, chmod 700 '${folder}'`;
}

function openTo(name: string, most: number, mend = `chmod ${most.toString(8)} '${name}'`): readonly Finding[] {
  if (!existsSync(name)) return [];
  const mode = statSync(name).mode & 0o777;
  if ((mode & ~most & 0o077) === 0) return [];
  const who = (mode & 0o007) !== 0 ? "everybody on this machine" : "its group";
  const finding = bad("files", `${name} is open to ${who} (0${mode.toString(8)})`, mend);
  return [{ ...finding, goesOn: true } as Finding];
}
