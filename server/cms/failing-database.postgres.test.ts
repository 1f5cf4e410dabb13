import { failingDatabaseSuite } from "./failing-database.suite";
import { aPostgres } from "./postgres.test-kit";

failingDatabaseSuite(aPostgres, {
  "a row that the database refuses": ({ rowsOf, sql }) =>
    rowsOf(sql`ALTER TABLE users ADD CONSTRAINT full_disk CHECK (name <> 'Leaked Name')`),
  "a table that is only read": async ({ rowsOf, sql }) => {
    await rowsOf(
      sql`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'cannot write %', NEW; END $$`,
    );
    await rowsOf(sql`CREATE TRIGGER refused BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION refuse()`);
  },
});
