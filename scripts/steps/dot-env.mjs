/**
 * Reads `NAME=value` lines as `.env` files have them: `#` starts a comment, quotes keep what is between them,
 * `export` before a name is tolerated. Nothing is expanded. (node:util has a parser from Node 20.12 on only.)
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
