import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`shows\` ADD \`known_show\` text;`)
  await db.run(sql`ALTER TABLE \`episodes\` ADD \`recording\` text;`)
  await db.run(sql`ALTER TABLE \`slots\` ADD \`known_media\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`shows\` DROP COLUMN \`known_show\`;`)
  await db.run(sql`ALTER TABLE \`episodes\` DROP COLUMN \`recording\`;`)
  await db.run(sql`ALTER TABLE \`slots\` DROP COLUMN \`known_media\`;`)
}
