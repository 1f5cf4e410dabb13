import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_slots\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`show_title\` text NOT NULL,
  	\`kind\` text DEFAULT 'track' NOT NULL,
  	\`episode\` text,
  	\`show\` text NOT NULL,
  	\`starts_at\` text NOT NULL,
  	\`ends_at\` text NOT NULL,
  	\`track_id\` numeric,
  	\`track_seconds\` numeric,
  	\`stream_id\` numeric,
  	\`instance_id\` numeric NOT NULL,
  	\`playout_id\` numeric,
  	\`owns_instance\` integer DEFAULT false NOT NULL,
  	\`version\` numeric DEFAULT 1 NOT NULL,
  	\`planned_by\` text,
  	\`planned_by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  // What was there before are tracks: SQLite would take the name of a column that it does not know for a text.
  await db.run(sql`INSERT INTO \`__new_slots\`("id", "title", "show_title", "episode", "show", "starts_at", "ends_at", "track_id", "track_seconds", "instance_id", "playout_id", "owns_instance", "version", "planned_by", "planned_by_name", "updated_at", "created_at") SELECT "id", "title", "show_title", "episode", "show", "starts_at", "ends_at", "track_id", "track_seconds", "instance_id", "playout_id", "owns_instance", "version", "planned_by", "planned_by_name", "updated_at", "created_at" FROM \`slots\`;`)
  await db.run(sql`DROP TABLE \`slots\`;`)
  await db.run(sql`ALTER TABLE \`__new_slots\` RENAME TO \`slots\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`slots_show_idx\` ON \`slots\` (\`show\`);`)
  await db.run(sql`CREATE INDEX \`slots_starts_at_idx\` ON \`slots\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`slots_ends_at_idx\` ON \`slots\` (\`ends_at\`);`)
  await db.run(sql`CREATE INDEX \`slots_updated_at_idx\` ON \`slots\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`slots_created_at_idx\` ON \`slots\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`episode_startsAt_idx\` ON \`slots\` (\`episode\`,\`starts_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_slots\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`show_title\` text NOT NULL,
  	\`episode\` text NOT NULL,
  	\`show\` text NOT NULL,
  	\`starts_at\` text NOT NULL,
  	\`ends_at\` text NOT NULL,
  	\`track_id\` numeric NOT NULL,
  	\`track_seconds\` numeric NOT NULL,
  	\`instance_id\` numeric NOT NULL,
  	\`playout_id\` numeric NOT NULL,
  	\`owns_instance\` integer DEFAULT false NOT NULL,
  	\`version\` numeric DEFAULT 1 NOT NULL,
  	\`planned_by\` text,
  	\`planned_by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_slots\`("id", "title", "show_title", "episode", "show", "starts_at", "ends_at", "track_id", "track_seconds", "instance_id", "playout_id", "owns_instance", "version", "planned_by", "planned_by_name", "updated_at", "created_at") SELECT "id", "title", "show_title", "episode", "show", "starts_at", "ends_at", "track_id", "track_seconds", "instance_id", "playout_id", "owns_instance", "version", "planned_by", "planned_by_name", "updated_at", "created_at" FROM \`slots\` WHERE "kind" = 'track';`)
  await db.run(sql`DROP TABLE \`slots\`;`)
  await db.run(sql`ALTER TABLE \`__new_slots\` RENAME TO \`slots\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`slots_show_idx\` ON \`slots\` (\`show\`);`)
  await db.run(sql`CREATE INDEX \`slots_starts_at_idx\` ON \`slots\` (\`starts_at\`);`)
  await db.run(sql`CREATE INDEX \`slots_ends_at_idx\` ON \`slots\` (\`ends_at\`);`)
  await db.run(sql`CREATE INDEX \`slots_updated_at_idx\` ON \`slots\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`slots_created_at_idx\` ON \`slots\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`episode_startsAt_idx\` ON \`slots\` (\`episode\`,\`starts_at\`);`)
}
