import { examine } from "./doctor/examine";
import { readSettings } from "./steps/settings.mjs";

/** `npm run doctor`: says which step of the way to LibreTime is wrong, and the mend. */
const { env } = readSettings();
let faults = 0;
for await (const finding of examine({ url: env.LIBRETIME_API_URL, key: env.LIBRETIME_API_KEY })) {
  console.log(`${finding.ok ? "ok   " : "FAULT"}  ${finding.check.padEnd(10)}  ${finding.seen}`);
  if (finding.ok) continue;
  faults += 1;
  console.log(`                   ${finding.mend}`);
}
process.exitCode = faults > 0 ? 1 : 0;
