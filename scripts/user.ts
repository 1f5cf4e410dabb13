import { moveEarlierDemo } from "./steps/demo.mjs";
import { readSettings, keptSecret } from "./steps/settings.mjs";
import { readWish } from "./user/read-wish";

const usage = "npm run user -- --email E --role admin|programmer|host|viewer [--name N] [--password P] [--api-key]";

/** `npm run user`: makes a person or changes one, before the first start or beside a running server. */
async function run(): Promise<void> {
  const wish = readWish(process.argv.slice(2));
  if (!wish.ok) return fail(`${wish.error}\n${usage}`);
  const settings = readSettings();
  const { env, isDemo, dataFolder } = settings;
  await moveEarlierDemo(settings);
  if (isDemo) env.PAYLOAD_SECRET ??= keptSecret(dataFolder);
  // No request goes to LibreTime from here; the settings only have to be whole.
  Object.assign(process.env, { LIBRETIME_API_URL: "http://127.0.0.1:9", LIBRETIME_API_KEY: "none" }, env, { NODE_ENV: "production" });
  const { log } = await import("@/server/log");
  log.level = "error";
  const { savePerson } = await import("@/server/cms/people");
  const { actor, isNew, password, apiKey } = await savePerson(wish.value);
  console.log(`${isNew ? "Made" : "Changed"}: ${actor.email}, ${actor.role} (${actor.name})`);
  if (password) console.log(`Password: ${password}`);
  if (apiKey) console.log(`API key: ${apiKey}`);
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

run().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error))).finally(() => process.exit());
