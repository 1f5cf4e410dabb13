import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { aptInstall, isRootOnDebian } from "./apt.mjs";
import { longStep } from "./step.mjs";

/** What the tests start for themselves, each in a scratch folder: where it is found, what Debian calls it, and who needs it. */
const services = [
  {
    name: "Redis",
    find: redisServer,
    debian: "redis-server",
    tests: "of several processes (server/coordination/redis, server/schedule/processes.test.ts)",
  },
  {
    name: "PostgreSQL",
    find: postgresFolder,
    debian: "postgresql",
    tests: "on PostgreSQL (server/cms, server/schedule/processes.test.ts)",
  },
];

/**
 * Makes sure of Redis and PostgreSQL, and says which tests cannot run otherwise; they fail, since a guarantee that
 * was not tried is not one.
 */
export async function ensureServices() {
  const missing = services.filter(({ find }) => find() === null);
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(" and ");
  if (isRootOnDebian()) await longStep(`Getting ${names}`, () => aptInstall(missing.map(({ debian }) => debian)));
  for (const { name, debian, tests } of services.filter(({ find }) => find() === null)) {
    console.log(
      `There is no ${name}: the tests ${tests} cannot run, and fail. Install it (on Debian: apt-get install ${debian}); it need not run.`,
    );
  }
}

/** Redis's server; null where there is none. */
export function redisServer() {
  const folders = [...onPath(), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
  return folders.map((folder) => path.join(folder, "redis-server")).find((file) => existsSync(file)) ?? null;
}

/** The folder of PostgreSQL's programs, of the newest first; null where there is none. A distribution keeps them off the path. */
export function postgresFolder() {
  const folders = [
    ...versionsIn("/usr/lib/postgresql", "bin"),
    ...versionsIn("/opt/homebrew/opt", "bin", "postgresql"),
    ...versionsIn("/usr", "bin", "pgsql-"),
    ...onPath(),
  ];
  return (
    folders.find((folder) =>
      ["initdb", "postgres", "pg_isready", "createdb"].every((program) => existsSync(path.join(folder, program))),
    ) ?? null
  );
}

function onPath() {
  return (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
}

/** @param {string} folder @param {string} inside @param {string} [prefix] */
function versionsIn(folder, inside, prefix = "") {
  if (!existsSync(folder)) return [];
  const newestFirst = readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .sort((a, b) => Number(b.match(/\d+/)?.[0] ?? 0) - Number(a.match(/\d+/)?.[0] ?? 0));
  return newestFirst.map((name) => path.join(folder, name, inside));
}
