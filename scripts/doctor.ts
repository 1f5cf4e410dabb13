import { examineDemo } from "./doctor/demo";
import { examine } from "./doctor/examine";
import { examineFiles } from "./doctor/files";
import { examinePublicUrl } from "./doctor/public-url";
import { examineRedis } from "./doctor/redis";
import { examineStation } from "./doctor/station";
import { root } from "./steps/checkout.mjs";
import { readSettings } from "./steps/settings.mjs";

/**
 * `npm run doctor`: says which step of the way to LibreTime is wrong, and the mend; whether it is the one that our
 * records belong to; the same of Redis, if there is to be one; how browsers come; the demo's marks, and who may read the files.
 */
const settings = readSettings();
const { env } = settings;
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
  yield examinePublicUrl({ publicUrl: env.PUBLIC_URL, host: env.HOST || "127.0.0.1", trustedProxy: env.TRUSTED_PROXY });
  const database = env.DATABASE_URL ?? "";
  yield await examineDemo({ database, hasDemoWeek: settings.hasDemoWeek });
  yield* examineFiles({ database, folders: [...new Set([settings.dataFolder, settings.portFolder])], root });
}

async function compareStation() {
  Object.assign(process.env, env, { NODE_ENV: "production" });
  const { log } = await import("@/server/log");
  log.level = "fatal";
  return examineStation();
}
