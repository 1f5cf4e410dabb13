/** `npm test`: everything up to a verdict. This file is read by any Node, so that an old one gets a sentence. */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Airweek needs Node 20.9 or later; this is Node ${process.versions.node}.`);
  process.exit(1);
}
void import("./steps/test.mjs").then(({ test }) => test());
