import { createClient } from "@libsql/client";
import { aFolder } from "./cms.test-kit";
import { failingDatabaseSuite } from "./failing-database.suite";

let url = "";

failingDatabaseSuite(
  async () => {
    const folder = aFolder();
    url = `file:${folder.path}/failing.db`;
    return { url, [Symbol.asyncDispose]: async () => folder[Symbol.dispose]() };
  },
  {
    "a write that the database refuses": async ({ rowsOf, sql }) => {
      for (const verb of ["INSERT", "UPDATE"]) {
        await rowsOf(
          sql.raw(
            `CREATE TRIGGER refuse_${verb} BEFORE ${verb} ON users BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
          ),
        );
      }
    },
    "a database that another process locks": async ({ rowsOf, sql }) => {
      await rowsOf(sql`DROP TRIGGER refuse_INSERT`);
      await rowsOf(sql`DROP TRIGGER refuse_UPDATE`);
      await createClient({ url }).execute("BEGIN IMMEDIATE");
    },
  },
);
