import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "slots" ADD COLUMN "instance_mark" varchar;
  ALTER TABLE "slots" ADD COLUMN "station_show_id" numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "slots" DROP COLUMN "instance_mark";
  ALTER TABLE "slots" DROP COLUMN "station_show_id";`)
}
