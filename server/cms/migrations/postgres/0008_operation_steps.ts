import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "operation_steps" (
  	"operation_id" uuid NOT NULL,
  	"seq" integer NOT NULL,
  	"step" integer NOT NULL,
  	"what" varchar NOT NULL,
  	"outcome" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"libretime_id" integer,
  	"slot_id" varchar,
  	"back" boolean,
  	"station_show_id" integer,
  	"instance_mark" varchar,
  	"instance_id" integer,
  	"track_id" integer,
  	"stream_id" integer,
  	"starts_at" timestamp(3) with time zone,
  	"ends_at" timestamp(3) with time zone,
  	"cue_in" double precision,
  	"show_id" varchar,
  	"show_name" varchar,
  	"show_colour" varchar,
  	"above_show_id" integer,
  	"linked_before" integer,
  	"known_before" varchar,
  	PRIMARY KEY ("operation_id", "seq")
  );
  
  ALTER TABLE "operation_steps" ADD CONSTRAINT "operation_steps_operation_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "operation_steps_absent_idx" ON "operation_steps" USING btree ("at") WHERE "outcome" = 'absent';
  CREATE INDEX "operation_steps_shows_idx" ON "operation_steps" USING btree ("libretime_id") WHERE "what" = 'create-show';`)
  // A step's first row says that it began, with all that was known of it; a second one how it stood when this ran.
  await db.execute(sql`
   INSERT INTO "operation_steps" ("operation_id", "seq", "step", "what", "outcome", "at", "libretime_id", "slot_id", "back",
    "station_show_id", "instance_mark", "instance_id", "track_id", "stream_id", "starts_at", "ends_at", "cue_in",
    "show_id", "show_name", "show_colour", "above_show_id", "linked_before", "known_before")
  SELECT o."id", 2 * (s."nth" - 1), s."nth" - 1, s."value" ->> 'what', 'wanted',
    COALESCE(to_timestamp((s."value" ->> 'at')::numeric / 1000), o."at"),
    CASE WHEN s."value" ->> 'what' LIKE 'create-%' THEN NULL ELSE (s."value" ->> 'libretimeId')::integer END,
    s."value" ->> 'slotId', (s."value" ->> 'back')::boolean,
    COALESCE(s."value" #>> '{sign,stationShowId}', s."value" #>> '{sign,mark,stationShowId}')::integer,
    COALESCE(s."value" #>> '{sign,createdAt}', s."value" #>> '{sign,mark,createdAt}'),
    (s."value" #>> '{sign,instanceId}')::integer, (s."value" #>> '{sign,trackId}')::integer, (s."value" #>> '{sign,streamId}')::integer,
    to_timestamp((s."value" #>> '{sign,startsAt}')::numeric / 1000), to_timestamp((s."value" #>> '{sign,endsAt}')::numeric / 1000),
    (s."value" #>> '{sign,cueIn}')::double precision, s."value" #>> '{sign,showId}', s."value" #>> '{sign,name}', s."value" #>> '{sign,colour}',
    (s."value" #>> '{sign,aboveId}')::integer, (s."value" #>> '{sign,linkedBefore}')::integer, s."value" #>> '{sign,knownBefore}'
  FROM "operations" o, jsonb_array_elements(CASE WHEN jsonb_typeof(o."steps") = 'array' THEN o."steps" ELSE '[]' END) WITH ORDINALITY AS s("value", "nth");
  INSERT INTO "operation_steps" ("operation_id", "seq", "step", "what", "outcome", "at", "libretime_id", "slot_id", "back")
  SELECT o."id", 2 * (s."nth" - 1) + 1, s."nth" - 1, s."value" ->> 'what', s."value" ->> 'outcome',
    COALESCE(to_timestamp(COALESCE(s."value" ->> 'absentSince', s."value" ->> 'at')::numeric / 1000), o."at"),
    (s."value" ->> 'libretimeId')::integer, s."value" ->> 'slotId', (s."value" ->> 'back')::boolean
  FROM "operations" o, jsonb_array_elements(CASE WHEN jsonb_typeof(o."steps") = 'array' THEN o."steps" ELSE '[]' END) WITH ORDINALITY AS s("value", "nth")
  WHERE s."value" ->> 'outcome' <> 'wanted';`)
  await db.execute(sql`
   CREATE FUNCTION "operation_steps_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'rows of the journal are only added';
   END $$;
  CREATE TRIGGER "operation_steps_stay" BEFORE UPDATE ON "operation_steps" FOR EACH ROW EXECUTE FUNCTION "operation_steps_stay"();
  ALTER TABLE "operations" DROP COLUMN "steps";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "operations" ADD COLUMN "steps" jsonb;
  DROP TABLE "operation_steps" CASCADE;
  DROP FUNCTION "operation_steps_stay"();`)
}
