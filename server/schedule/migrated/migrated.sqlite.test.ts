import type { SQLiteAdapter } from "@payloadcms/db-sqlite";
import type { Payload } from "payload";
import { aFolder } from "@/server/cms/cms.test-kit";
import * as migration from "@/server/cms/migrations/sqlite/0008_operation_steps";
import { migratedSuite } from "./migrated.suite";

const adapterOf = (cms: Payload) => cms.db as unknown as SQLiteAdapter;
const given = (cms: Payload) => ({ db: adapterOf(cms).drizzle, payload: cms, req: {} }) as never;
const inColumn = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : value) as string | number;

migratedSuite(
  async () => {
    const folder = aFolder();
    return {
      url: `file:${folder.path}/airweek.db`,
      [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
    };
  },
  {
    down: (cms) => migration.down(given(cms)),
    up: (cms) => migration.up(given(cms)),
    put: async (cms, table, rows) => {
      for (const row of rows) {
        const names = Object.keys(row);
        const sql = `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join()}) VALUES (${names.map(() => "?").join()})`;
        await adapterOf(cms).client.execute({ sql, args: Object.values(row).map(inColumn) });
      }
    },
  },
);
