import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_patterns_weekday" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "public"."enum_patterns_every_weeks" AS ENUM('1', '2', '3', '4');
  CREATE TYPE "public"."enum_patterns_kind" AS ENUM('premiere', 'rerun');
  CREATE TABLE "patterns" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"show_id" uuid NOT NULL,
  	"weekday" "enum_patterns_weekday" NOT NULL,
  	"start_time" varchar NOT NULL,
  	"minutes" numeric NOT NULL,
  	"every_weeks" "enum_patterns_every_weeks" DEFAULT '1' NOT NULL,
  	"anchor" varchar NOT NULL,
  	"kind" "enum_patterns_kind" DEFAULT 'premiere' NOT NULL,
  	"follows_id" uuid,
  	"first_day" varchar,
  	"last_day" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "patterns_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "patterns_id" uuid;
  ALTER TABLE "patterns" ADD CONSTRAINT "patterns_show_id_shows_id_fk" FOREIGN KEY ("show_id") REFERENCES "public"."shows"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "patterns" ADD CONSTRAINT "patterns_follows_id_patterns_id_fk" FOREIGN KEY ("follows_id") REFERENCES "public"."patterns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "patterns_texts" ADD CONSTRAINT "patterns_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."patterns"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "patterns_show_idx" ON "patterns" USING btree ("show_id");
  CREATE INDEX "patterns_follows_idx" ON "patterns" USING btree ("follows_id");
  CREATE INDEX "patterns_updated_at_idx" ON "patterns" USING btree ("updated_at");
  CREATE INDEX "patterns_created_at_idx" ON "patterns" USING btree ("created_at");
  CREATE INDEX "patterns_texts_order_parent" ON "patterns_texts" USING btree ("order","parent_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_patterns_fk" FOREIGN KEY ("patterns_id") REFERENCES "public"."patterns"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_patterns_id_idx" ON "payload_locked_documents_rels" USING btree ("patterns_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "patterns_id";
  DROP TABLE "patterns_texts" CASCADE;
  DROP TABLE "patterns" CASCADE;
  DROP TYPE "public"."enum_patterns_weekday";
  DROP TYPE "public"."enum_patterns_every_weeks";
  DROP TYPE "public"."enum_patterns_kind";`)
}
