import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`operation_steps\` (
  	\`operation_id\` text(36) NOT NULL,
  	\`seq\` integer NOT NULL,
  	\`step\` integer NOT NULL,
  	\`what\` text NOT NULL,
  	\`outcome\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`libretime_id\` integer,
  	\`slot_id\` text,
  	\`back\` integer,
  	\`station_show_id\` integer,
  	\`instance_mark\` text,
  	\`instance_id\` integer,
  	\`track_id\` integer,
  	\`stream_id\` integer,
  	\`starts_at\` text,
  	\`ends_at\` text,
  	\`cue_in\` real,
  	\`show_id\` text,
  	\`show_name\` text,
  	\`show_colour\` text,
  	\`above_show_id\` integer,
  	\`linked_before\` integer,
  	\`known_before\` text,
  	PRIMARY KEY(\`operation_id\`, \`seq\`),
  	FOREIGN KEY (\`operation_id\`) REFERENCES \`operations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  ) WITHOUT ROWID;
  `)
  await db.run(sql`CREATE INDEX \`operation_steps_absent_idx\` ON \`operation_steps\` (\`at\`) WHERE \`outcome\` = 'absent';`)
  await db.run(sql`CREATE INDEX \`operation_steps_shows_idx\` ON \`operation_steps\` (\`libretime_id\`) WHERE \`what\` = 'create-show';`)
  // A step's first row says that it began, with all that was known of it; a second one how it stood when this ran.
  await db.run(sql`INSERT INTO \`operation_steps\` (\`operation_id\`, \`seq\`, \`step\`, \`what\`, \`outcome\`, \`at\`, \`libretime_id\`, \`slot_id\`, \`back\`,
    \`station_show_id\`, \`instance_mark\`, \`instance_id\`, \`track_id\`, \`stream_id\`, \`starts_at\`, \`ends_at\`, \`cue_in\`,
    \`show_id\`, \`show_name\`, \`show_colour\`, \`above_show_id\`, \`linked_before\`, \`known_before\`)
  SELECT o.\`id\`, 2 * s.\`key\`, s.\`key\`, s.\`value\` ->> 'what', 'wanted',
    COALESCE(strftime('%Y-%m-%dT%H:%M:%fZ', (s.\`value\` ->> 'at') / 1000.0, 'unixepoch'), o.\`at\`),
    CASE WHEN s.\`value\` ->> 'what' LIKE 'create-%' THEN NULL ELSE s.\`value\` ->> 'libretimeId' END,
    s.\`value\` ->> 'slotId', s.\`value\` ->> 'back',
    COALESCE(s.\`value\` ->> '$.sign.stationShowId', s.\`value\` ->> '$.sign.mark.stationShowId'),
    COALESCE(s.\`value\` ->> '$.sign.createdAt', s.\`value\` ->> '$.sign.mark.createdAt'),
    s.\`value\` ->> '$.sign.instanceId', s.\`value\` ->> '$.sign.trackId', s.\`value\` ->> '$.sign.streamId',
    strftime('%Y-%m-%dT%H:%M:%fZ', (s.\`value\` ->> '$.sign.startsAt') / 1000.0, 'unixepoch'),
    strftime('%Y-%m-%dT%H:%M:%fZ', (s.\`value\` ->> '$.sign.endsAt') / 1000.0, 'unixepoch'),
    s.\`value\` ->> '$.sign.cueIn', s.\`value\` ->> '$.sign.showId', s.\`value\` ->> '$.sign.name', s.\`value\` ->> '$.sign.colour',
    s.\`value\` ->> '$.sign.aboveId', s.\`value\` ->> '$.sign.linkedBefore', s.\`value\` ->> '$.sign.knownBefore'
  FROM \`operations\` o, json_each(o.\`steps\`) s WHERE json_type(o.\`steps\`) = 'array';`)
  await db.run(sql`INSERT INTO \`operation_steps\` (\`operation_id\`, \`seq\`, \`step\`, \`what\`, \`outcome\`, \`at\`, \`libretime_id\`, \`slot_id\`, \`back\`)
  SELECT o.\`id\`, 2 * s.\`key\` + 1, s.\`key\`, s.\`value\` ->> 'what', s.\`value\` ->> 'outcome',
    COALESCE(strftime('%Y-%m-%dT%H:%M:%fZ', COALESCE(s.\`value\` ->> 'absentSince', s.\`value\` ->> 'at') / 1000.0, 'unixepoch'), o.\`at\`),
    s.\`value\` ->> 'libretimeId', s.\`value\` ->> 'slotId', s.\`value\` ->> 'back'
  FROM \`operations\` o, json_each(o.\`steps\`) s WHERE json_type(o.\`steps\`) = 'array' AND s.\`value\` ->> 'outcome' <> 'wanted';`)
  await db.run(sql`CREATE TRIGGER \`operation_steps_stay\` BEFORE UPDATE ON \`operation_steps\`
    BEGIN SELECT RAISE(ABORT, 'rows of the journal are only added'); END;`)
  await db.run(sql`ALTER TABLE \`operations\` DROP COLUMN \`steps\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`operations\` ADD \`steps\` text;`)
  await db.run(sql`DROP TABLE \`operation_steps\`;`)
}
