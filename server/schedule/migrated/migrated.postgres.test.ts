import type { PostgresAdapter } from "@payloadcms/db-postgres";
import type { Payload } from "payload";
import * as migration from "@/server/cms/migrations/postgres/0008_operation_steps";
import { aPostgres } from "@/server/cms/postgres.test-kit";
import { migratedSuite } from "./migrated.suite";

const adapterOf = (cms: Payload) => cms.db as unknown as PostgresAdapter;
const given = (cms: Payload) => ({ db: adapterOf(cms).drizzle, payload: cms, req: {} }) as never;

migratedSuite(aPostgres, {
  down: (cms) => migration.down(given(cms)),
  up: (cms) => migration.up(given(cms)),
  put: async (cms, table, rows) => {
    for (const row of rows) {
      const names = Object.keys(row)
        .map((name) => `"${name}"`)
        .join();
      const sql = `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`;
      await adapterOf(cms).pool.query(sql, [JSON.stringify(row)]);
    }
  },
});
