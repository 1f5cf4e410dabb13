import path from "node:path";
import { postgresAdapter } from "@payloadcms/db-postgres";
import { index as postgresIndex } from "@payloadcms/db-postgres/drizzle/pg-core";
import { sqliteAdapter } from "@payloadcms/db-sqlite";
import { index as sqliteIndex } from "@payloadcms/db-sqlite/drizzle/sqlite-core";
import type { DatabaseAdapterObj } from "payload";
import { migrations as postgresMigrations } from "./migrations/postgres";
import { migrations as sqliteMigrations } from "./migrations/sqlite";
import { migratePostgres } from "./migrate-postgres";
import { migrateSqlite, type Migrations } from "./migrate-sqlite";
import { makePrivate } from "./private-files";
import { writeSessionsAlone } from "./sessions-alone";
import type { Sql } from "./sql";
import { tellWhenAway } from "./database-away";
import { waitForLocks } from "./waiting-for-sqlite";

/** Payload indexes the genres and tags of episodes by their order first: reading 50 episodes would scan them 50 times. */
const TEXTS_INDEX = "episodes_texts_parent_idx";

const migrationDir = path.join(process.cwd(), "server/cms/migrations");

/**
 * The database that an address names. Its migrations run whenever it is opened, under a lock, so that two
 * processes may start on one empty database. Nothing is opened before Payload connects.
 */
export function databaseAt(url: string): DatabaseAdapterObj {
  return url.startsWith("file:") ? sqliteAt(url) : postgresAt(url);
}

/** Who starts waits until another process has brought the file up to date; who serves, as long as anybody who asked would. */
const [MIGRATING_MS, SERVING_MS] = [10 * 60_000, 5_000];

function sqliteAt(url: string): DatabaseAdapterObj {
  const made = sqliteAdapter({
    client: { url },
    idType: "uuid",
    push: false,
    migrationDir: path.join(migrationDir, "sqlite"),
    afterSchemaInit: [
      ({ schema, extendTable }) => {
        extendTable({
          table: schema.tables.episodes_texts!,
          extraConfig: ({ parent }) => ({ byParent: sqliteIndex(TEXTS_INDEX).on(parent!) }),
        });
        return schema;
      },
    ],
  });
  return {
    ...made,
    init(args) {
      const adapter = made.init(args);
      writeSessionsAlone(adapter);
      const connect = adapter.connect!;
      adapter.connect = async function (options) {
        makePrivate(url);
        await connect.call(adapter, options);
        const patience = { ms: MIGRATING_MS };
        waitForLocks(adapter.client, patience);
        await migrateSqlite(adapter, sqliteMigrations as Migrations);
        patience.ms = SERVING_MS;
      };
      Object.assign(adapter, {
        executeTogether: (statements: readonly Sql[]) => {
          const { drizzle } = adapter as unknown as { readonly drizzle: Together };
          return drizzle.batch(statements.map((each) => drizzle.run(each)));
        },
      });
      tellWhenAway(adapter);
      return adapter;
    },
  };
}

/** What Payload's adapter can run statements together with, although it never does. */
type Together = {
  readonly run: (statement: Sql) => unknown;
  readonly batch: (statements: readonly unknown[]) => Promise<unknown>;
};

/** A PostgreSQL that is there but silent must not keep a request for ever. A statement of a migration has a minute. */
const POOL = { connectionTimeoutMillis: 4_000, query_timeout: 60_000, keepAlive: true };
const STATEMENT_MS = 6_000;

type Timed = { readonly connectionParameters: { query_timeout: number } };

function postgresAt(url: string): DatabaseAdapterObj {
  const made = postgresAdapter({
    pool: { connectionString: url, ...POOL },
    idType: "uuid",
    push: false,
    migrationDir: path.join(migrationDir, "postgres"),
    afterSchemaInit: [
      ({ schema, extendTable }) => {
        extendTable({
          table: schema.tables.episodes_texts!,
          extraConfig: ({ parent }) => ({ byParent: postgresIndex(TEXTS_INDEX).on(parent!) }),
        });
        return schema;
      },
    ],
  });
  return {
    ...made,
    init(args) {
      const adapter = made.init(args);
      writeSessionsAlone(adapter);
      const connect = adapter.connect!;
      adapter.connect = async function (options) {
        await connect.call(adapter, options);
        // A pool without a listener ends the process when the database closes an idle connection, as in every restart of it.
        if (adapter.pool.listenerCount("error") === 0)
          adapter.pool.on("error", (error) =>
            adapter.payload.logger.warn({ event: "database_connection_lost" }, `[DB] ${error.message}`),
          );
        await migratePostgres(adapter, postgresMigrations as Migrations);
        // The driver reads this when a query begins; those of the pool were made for the migration.
        adapter.pool.on("acquire", (client) => {
          (client as unknown as Timed).connectionParameters.query_timeout = STATEMENT_MS;
        });
      };
      tellWhenAway(adapter);
      return adapter;
    },
  };
}
