import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_slots_kind" AS ENUM('track', 'live', 'stream');
  ALTER TABLE "slots" ALTER COLUMN "episode" DROP NOT NULL;
  ALTER TABLE "slots" ALTER COLUMN "track_id" DROP NOT NULL;
  ALTER TABLE "slots" ALTER COLUMN "track_seconds" DROP NOT NULL;
  ALTER TABLE "slots" ALTER COLUMN "playout_id" DROP NOT NULL;
  ALTER TABLE "slots" ADD COLUMN "kind" "enum_slots_kind" DEFAULT 'track' NOT NULL;
  ALTER TABLE "slots" ADD COLUMN "stream_id" numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DELETE FROM "slots" WHERE "kind" <> 'track';
  ALTER TABLE "slots" ALTER COLUMN "episode" SET NOT NULL;
  ALTER TABLE "slots" ALTER COLUMN "track_id" SET NOT NULL;
  ALTER TABLE "slots" ALTER COLUMN "track_seconds" SET NOT NULL;
  ALTER TABLE "slots" ALTER COLUMN "playout_id" SET NOT NULL;
  ALTER TABLE "slots" DROP COLUMN "kind";
  ALTER TABLE "slots" DROP COLUMN "stream_id";
  DROP TYPE "public"."enum_slots_kind";`)
}
