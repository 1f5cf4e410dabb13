/**
 * Reads `NAME=value` lines as `.env` files have them: `#` starts a comment, quotes keep what is between them,
 * `export` before a name is tolerated. Nothing is expanded. (`parseEnv` of node:util
 * cuts a value at a `#` without a space before it, as in an address, and on Node 20 takes a line without `=` into a name.)
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseDotEnv(text) {
  /** @type {Record<string, string>} */
  const variables = {};
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/.exec(line);
    if (found?.[1]) variables[found[1]] = valueOf(found[2] ?? "");
  }
  return variables;
}

/** @param {string} text */
function valueOf(text) {
  const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(text);
  if (quoted) return quoted[1] === '"' ? (quoted[2] ?? "").replaceAll("\\n", "\n") : (quoted[2] ?? "");
  return text.replace(/(^|\s)#.*$/, "").trim();
}
