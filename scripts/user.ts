import { text } from "node:stream/consumers";
import type { PersonWish } from "@/server/cms/people";
import { moveEarlierDemo } from "./steps/demo.mjs";
import { readSettings, keptSecret } from "./steps/settings.mjs";
import { readWish } from "./user/read-wish";

const usage =
  "npm run user -- --email E --role admin|programmer|host|viewer [--name N] [--password P | --password -] [--api-key]";

/** `npm run user`: makes a person or changes one, before the first start or beside a running server. */
async function run(): Promise<void> {
  const wish = readWish(process.argv.slice(2));
  if (!wish.ok) return fail(`${wish.error}\n${usage}`);
  const settings = readSettings();
  const { env, isDemo, dataFolder } = settings;
  await moveEarlierDemo(settings);
  if (isDemo) env.PAYLOAD_SECRET ??= keptSecret(dataFolder);
  // No request goes to LibreTime from here; the settings only have to be whole.
  Object.assign(process.env, { LIBRETIME_API_URL: "http://127.0.0.1:9", LIBRETIME_API_KEY: "none" }, env, {
    NODE_ENV: "production",
  });
  const { log } = await import("@/server/log");
  log.level = "error";
  const { savePerson } = await import("@/server/cms/people");
  const { actor, isNew, password, apiKey } = await savePerson(await withTypedPassword(wish.value));
  console.log(`${isNew ? "Made" : "Changed"}: ${actor.email}, ${actor.role} (${actor.name})`);
  if (password) console.log(`Password: ${password}`);
  if (wish.value.password && !isNew)
    console.log("Signed out everywhere. The new password works at once; an API key keeps working.");
  if (apiKey) console.log(`API key: ${apiKey}`);
}

/** `--password -` is in no list of processes and in no history of a shell. */
async function withTypedPassword(wish: PersonWish): Promise<PersonWish> {
  if (wish.password !== "-") return wish;
  if (process.stdin.isTTY) console.error("Type the password, then Enter and Ctrl+D. It is shown as you type.");
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password === "") throw new Error("--password -: standard input is empty.");
  return { ...wish, password };
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

/** What failed, and why: a database tells the second in the cause of the first. */
function causesOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [first] = error.message.split("\nparams:");
  return error.cause instanceof Error ? `${causesOf(error.cause)} (${first})` : first!;
}

run()
  .catch(async (error: unknown) => fail((await import("@/server/logging/clean-text")).cleanText(causesOf(error))))
  .finally(() => process.exit());
