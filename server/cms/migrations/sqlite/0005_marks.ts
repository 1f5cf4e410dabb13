import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`slots\` ADD \`instance_mark\` text;`)
  await db.run(sql`ALTER TABLE \`slots\` ADD \`station_show_id\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`slots\` DROP COLUMN \`instance_mark\`;`)
  await db.run(sql`ALTER TABLE \`slots\` DROP COLUMN \`station_show_id\`;`)
}
