import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`login_attempts\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`lock_until\`;`)
  // Two admins who demote or delete each other at once would both count the other one.
  await db.run(sql`CREATE TRIGGER \`users_keep_an_admin_changed\` BEFORE UPDATE OF \`role\` ON \`users\`
    WHEN OLD.\`role\` = 'admin' AND NEW.\`role\` <> 'admin' AND NOT EXISTS (SELECT 1 FROM \`users\` WHERE \`role\` = 'admin' AND \`id\` <> OLD.\`id\`)
    BEGIN SELECT RAISE(ABORT, 'the only admin'); END;`)
  await db.run(sql`CREATE TRIGGER \`users_keep_an_admin_deleted\` BEFORE DELETE ON \`users\`
    WHEN OLD.\`role\` = 'admin' AND NOT EXISTS (SELECT 1 FROM \`users\` WHERE \`role\` = 'admin' AND \`id\` <> OLD.\`id\`)
    BEGIN SELECT RAISE(ABORT, 'the only admin'); END;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TRIGGER \`users_keep_an_admin_changed\`;`)
  await db.run(sql`DROP TRIGGER \`users_keep_an_admin_deleted\`;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`login_attempts\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`lock_until\` text;`)
}
