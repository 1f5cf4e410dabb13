/**
 * Errors that the asker's own words cause: a reference to nothing (SQLite's foreign keys, PostgreSQL's 23503), and
 * values that a column cannot hold (SQLite's mismatch, PostgreSQL's class 22).
 */
const ofTheAsker = /^(SQLITE_CONSTRAINT_FOREIGNKEY|SQLITE_MISMATCH|23503|22\w{3})$/;

/**
 * A database that cannot be asked, or not be written: SQLite locked, read-only, full, unreadable; PostgreSQL gone,
 * ending, full, out of connections, read-only (25006); the network's codes.
 */
const away =
  /^(SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR|CANTOPEN|CORRUPT|NOTADB|PERM|PROTOCOL)\w*|08\w{3}|53\w{3}|57P\w{2}|57014|58\w{3}|XX00[12]|25006|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** What PostgreSQL's driver says without a code. */
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/;

/** Has the database refused what somebody asked for, rather than failed? Its driver's error is the cause of what is thrown. */
export function isOfTheAsker(error: unknown): boolean {
  return causesOf(error).some(({ code }) => ofTheAsker.test(code));
}

/** Did the database keep the station's only admin? Its triggers say so. */
export function isOnlyAdmin(error: unknown): boolean {
  return causesOf(error).some(
    ({ code, message }) =>
      (code === "AW001" || code === "SQLITE_CONSTRAINT_TRIGGER") && message.includes("the only admin"),
  );
}

/** Why the database cannot be asked or written, in the driver's own word or two; null when it can. */
export function whyAway(error: unknown): string | null {
  const found = causesOf(error).find(
    ({ code, message }) => away.test(code) || (code === "" && awayWords.test(message)),
  );
  return found ? found.code || found.message : null;
}

/** Has the database said nothing at all, in the driver's words for it? Everybody who asks next would wait as long. */
export function isSilence(why: string): boolean {
  return /^(Query read timeout|timeout exceeded when trying to connect)/.test(why);
}

/** Does another process hold SQLite's lock? */
export function isLocked(error: unknown): boolean {
  return causesOf(error).some(({ code }) => code.startsWith("SQLITE_BUSY"));
}

function causesOf(error: unknown): readonly { readonly code: string; readonly message: string }[] {
  const found = [];
  for (
    let at = error, depth = 0;
    typeof at === "object" && at !== null && depth < 5;
    at = "cause" in at ? at.cause : null, depth += 1
  ) {
    found.push({
      code: "code" in at && typeof at.code === "string" ? at.code : "",
      message: at instanceof Error ? at.message : "",
    });
  }
  return found;
}
