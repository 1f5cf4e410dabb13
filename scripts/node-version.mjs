/**
 * Imported before all else by what npm runs, and written so that every Node that knows modules can read it: an
 * unsupported one gets a sentence instead of a stack.
 */
const version = process.versions.node;

if (!isSupported(version)) {
  console.error(`Airweek needs Node 20 (20.19 or later), 22, or 24 or later; this is Node ${version}.`);
  process.exit(1);
}

/** The same as `engines` in package.json. @param {string} text "22.23.3" @returns {boolean} */
export function isSupported(text) {
  const [major = 0, minor = 0] = text.split(".").map(Number);
  return (major === 20 && minor >= 19) || major === 22 || major >= 24;
}
