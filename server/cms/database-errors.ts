/**
 * Errors that the asker's own words cause: a reference to nothing (SQLite's foreign keys, PostgreSQL's 23503), and
 * values that a column cannot hold (SQLite's mismatch, PostgreSQL's class 22).
 */
const ofTheAsker = /^(SQLITE_CONSTRAINT_FOREIGNKEY|SQLITE_MISMATCH|23503|22\w{3})$/;

/** Has the database refused what somebody asked for, rather than failed? Its driver's error is the cause of what is thrown. */
export function isOfTheAsker(error: unknown): boolean {
  for (let at = error, depth = 0; typeof at === "object" && at !== null && depth < 5; at = "cause" in at ? at.cause : null, depth += 1) {
    if ("code" in at && typeof at.code === "string" && ofTheAsker.test(at.code)) return true;
  }
  return false;
}
