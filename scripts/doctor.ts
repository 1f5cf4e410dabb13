import { examine } from "./doctor/examine";
import { examineRedis } from "./doctor/redis";
import { examineStation } from "./doctor/station";
import { readSettings } from "./steps/settings.mjs";

/** `npm run doctor`: says which step of the way to LibreTime is wrong, and the mend; whether it is the one that our records belong to; and the same of Redis, if there is to be one. */
const { env } = readSettings();
let faults = 0;
for await (const finding of examineAll()) {
  console.log(`${finding.ok ? "ok   " : "FAULT"}  ${finding.check.padEnd(10)}  ${finding.seen}`);
  if (finding.ok) continue;
  faults += 1;
  console.log(`                   ${finding.mend}`);
}
// The database stays open as long as the process does.
process.exit(faults > 0 ? 1 : 0);

async function* examineAll() {
  let isReached = true;
  for await (const finding of examine({ url: env.LIBRETIME_API_URL, key: env.LIBRETIME_API_KEY })) {
    isReached &&= finding.ok || finding.goesOn === true;
    yield finding;
  }
  if (isReached) yield await compareStation();
  if (env.REDIS_URL) yield await examineRedis(env.REDIS_URL);
}

async function compareStation() {
  Object.assign(process.env, env, { NODE_ENV: "production" });
  const { log } = await import("@/server/log");
  log.level = "fatal";
  return examineStation();
}
