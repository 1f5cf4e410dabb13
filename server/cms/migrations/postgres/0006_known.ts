import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "shows" ADD COLUMN "known_show" varchar;
  ALTER TABLE "episodes" ADD COLUMN "recording" varchar;
  ALTER TABLE "slots" ADD COLUMN "known_media" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "shows" DROP COLUMN "known_show";
  ALTER TABLE "episodes" DROP COLUMN "recording";
  ALTER TABLE "slots" DROP COLUMN "known_media";`)
}
