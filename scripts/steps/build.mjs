import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./checkout.mjs";
import { withLock } from "./lock.mjs";
import { longStep, runQuietly } from "./step.mjs";

export const nextCli = path.join(root, "node_modules", "next", "dist", "bin", "next");

/** What a build is made of; without tsconfig.json, which Next writes to as it builds. */
const sources = [
  "app",
  "components",
  "domain",
  "i18n",
  "messages",
  "server",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "package-lock.json",
];
const notBuilt = /\.(test|suite)\.tsx?$|\.md$/;
const stamp = path.join(root, ".next", "airweek-sources");

/** Builds the application, with a line of its own, unless the last build was of these sources. */
export async function ensureBuilt() {
  if (!isBuilt()) await longStep("Building", build);
}

/** Builds the application, unless the last build was of these sources. Of two at once, one builds and the other waits. */
export async function build(tell = (/** @type {string} */ _detail) => {}) {
  if (isBuilt()) return;
  await withLock(
    "build",
    async () => {
      tell("");
      if (isBuilt()) return;
      const hash = hashOfSources();
      rmSync(stamp, { force: true });
      await runQuietly({
        name: "build",
        command: process.execPath,
        args: [nextCli, "build"],
        env: buildEnv(),
        failing: "The build failed.",
      });
      writeFileSync(stamp, hash);
    },
    { onWait: () => tell("another start is at it") },
  );
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashOfSources();
}

/** One build serves every start of the checkout, so it may see none of a start's settings. */
function buildEnv() {
  const { NODE_ENV: _mode, ...rest } = process.env;
  return {
    ...rest,
    NODE_ENV: /** @type {const} */ ("production"),
    NEXT_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
    FORCE_COLOR: "0",
    PAYLOAD_SECRET: "only-for-the-build",
    DATABASE_URL: "file::memory:",
    REDIS_URL: "",
    PUBLIC_URL: "",
    TRUSTED_PROXY: "",
    LIBRETIME_API_URL: "http://127.0.0.1:9",
    LIBRETIME_API_KEY: "only-for-the-build",
    STATION_TIMEZONE: "UTC",
    LOCALE: "en",
  };
}

function hashOfSources() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((name) => filesBelow(path.join(root, name)))) {
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} where @returns {string[]} */
function filesBelow(where) {
  if (!existsSync(where)) return [];
  if (!statSync(where).isDirectory()) return notBuilt.test(where) ? [] : [where];
  return readdirSync(where)
    .sort()
    .flatMap((name) => filesBelow(path.join(where, name)));
}
