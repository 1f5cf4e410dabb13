import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users" DROP COLUMN "login_attempts";
  ALTER TABLE "users" DROP COLUMN "lock_until";`)
  // Two admins who demote or delete each other at once would both count the other one: the lock lets them count in turn.
  await db.execute(sql`
   CREATE FUNCTION "users_keep_an_admin"() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(2309418);
     IF NOT EXISTS (SELECT 1 FROM "users" WHERE "role" = 'admin' AND "id" <> OLD."id") THEN
       RAISE EXCEPTION 'the only admin' USING ERRCODE = 'AW001';
     END IF;
     IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
     RETURN NEW;
   END $$;
  CREATE TRIGGER "users_keep_an_admin_changed" BEFORE UPDATE ON "users" FOR EACH ROW
    WHEN (OLD."role" = 'admin' AND NEW."role" <> 'admin') EXECUTE FUNCTION "users_keep_an_admin"();
  CREATE TRIGGER "users_keep_an_admin_deleted" BEFORE DELETE ON "users" FOR EACH ROW
    WHEN (OLD."role" = 'admin') EXECUTE FUNCTION "users_keep_an_admin"();`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TRIGGER "users_keep_an_admin_changed" ON "users";
  DROP TRIGGER "users_keep_an_admin_deleted" ON "users";
  DROP FUNCTION "users_keep_an_admin"();
  ALTER TABLE "users" ADD COLUMN "login_attempts" numeric DEFAULT 0;
  ALTER TABLE "users" ADD COLUMN "lock_until" timestamp(3) with time zone;`)
}
