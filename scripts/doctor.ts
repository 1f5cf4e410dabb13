import { examine } from "./doctor/examine";
import { examineRedis } from "./doctor/redis";
import { readSettings } from "./steps/settings.mjs";

/** `npm run doctor`: says which step of the way to LibreTime is wrong, and the mend; the same of Redis, if there is to be one. */
const { env } = readSettings();
let faults = 0;
for await (const finding of examineAll()) {
  console.log(`${finding.ok ? "ok   " : "FAULT"}  ${finding.check.padEnd(10)}  ${finding.seen}`);
  if (finding.ok) continue;
  faults += 1;
  console.log(`                   ${finding.mend}`);
}
process.exitCode = faults > 0 ? 1 : 0;

async function* examineAll() {
  yield* examine({ url: env.LIBRETIME_API_URL, key: env.LIBRETIME_API_KEY });
  if (env.REDIS_URL) yield await examineRedis(env.REDIS_URL);
}
