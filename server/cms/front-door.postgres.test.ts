import type { PostgresAdapter } from "@payloadcms/db-postgres";
import { describe, expect, test } from "vitest";
import { frontDoorSuite } from "./front-door.suite";
import { aPostgres } from "./postgres.test-kit";

describe("on PostgreSQL", () => frontDoorSuite("postgres", aPostgres, (given) => {
  test("a database that cuts every connection is simply asked again", async () => {
    const { pool } = given().cms.db as unknown as PostgresAdapter;
    const others = "datname = current_database() AND pid <> pg_backend_pid()";
    await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
    await expect.poll(async () => (await pool.query(`SELECT COUNT(*)::int AS count FROM pg_stat_activity WHERE ${others}`)).rows[0].count).toBe(0);
    const { listShows } = await import("./shows");
    expect((await listShows(given().people.viewer)).length).toBeGreaterThan(0);
  });
}));
