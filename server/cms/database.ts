import { mkdirSync } from "node:fs";
import path from "node:path";
import { postgresAdapter } from "@payloadcms/db-postgres";
import { sqliteAdapter } from "@payloadcms/db-sqlite";
import type { DatabaseAdapterObj } from "payload";
import { migrations as postgresMigrations } from "./migrations/postgres";
import { migrations as sqliteMigrations } from "./migrations/sqlite";
import { migratePostgres } from "./migrate-postgres";
import { migrateSqlite, type Migrations } from "./migrate-sqlite";

const migrationDir = path.join(process.cwd(), "server/cms/migrations");

/**
 * The database that an address names. Its migrations run whenever it is opened, under a lock, so that two
 * processes may start on one empty database. Nothing is opened before Payload connects.
 */
export function databaseAt(url: string): DatabaseAdapterObj {
  return url.startsWith("file:") ? sqliteAt(url) : postgresAt(url);
}

function sqliteAt(url: string): DatabaseAdapterObj {
  const made = sqliteAdapter({ client: { url }, idType: "uuid", push: false, busyTimeout: 15_000, migrationDir: path.join(migrationDir, "sqlite") });
  return {
    ...made,
    init(args) {
      const adapter = made.init(args);
      const connect = adapter.connect!;
      adapter.connect = async function (options) {
        mkdirSync(path.dirname(path.resolve(url.slice("file:".length))), { recursive: true });
        await connect.call(adapter, options);
        await migrateSqlite(adapter, sqliteMigrations as Migrations);
      };
      return adapter;
    },
  };
}

function postgresAt(url: string): DatabaseAdapterObj {
  const made = postgresAdapter({ pool: { connectionString: url }, idType: "uuid", push: false, migrationDir: path.join(migrationDir, "postgres") });
  return {
    ...made,
    init(args) {
      const adapter = made.init(args);
      const connect = adapter.connect!;
      adapter.connect = async function (options) {
        await connect.call(adapter, options);
        await migratePostgres(adapter, postgresMigrations as Migrations);
      };
      return adapter;
    },
  };
}
