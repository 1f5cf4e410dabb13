import { randomUUID } from "node:crypto";
import type { PostgresAdapter } from "@payloadcms/db-postgres";
import { describe, expect, test } from "vitest";
import { hours, instant, later } from "@/domain/time";
import { frontDoorSuite } from "./front-door.suite";
import { aPostgres } from "./postgres.test-kit";

describe("on PostgreSQL", () =>
  frontDoorSuite("postgres", aPostgres, (given) => {
    test("a database that cuts every connection is simply asked again", async () => {
      const { pool } = given().cms.db as unknown as PostgresAdapter;
      const others = "datname = current_database() AND pid <> pg_backend_pid()";
      await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
      await expect
        .poll(
          async () =>
            (await pool.query(`SELECT COUNT(*)::int AS count FROM pg_stat_activity WHERE ${others}`)).rows[0].count,
        )
        .toBe(0);
      const { listShows } = await import("./shows");
      expect((await listShows(given().people.viewer)).length).toBeGreaterThan(0);
    });

    test("a slot that is written while somebody takes its line over waits to see whose it is", async () => {
      const [{ openOperation }, { Fenced }, { createSlot }, { deleteSlot, findSlot, updateSlot }] = [
        await import("./operations"),
        await import("./held"),
        await import("./slots.test-kit"),
        await import("./slots"),
      ];
      const { pool } = given().cms.db as unknown as PostgresAdapter;
      const startsAt = instant(Date.UTC(2026, 10, 24, 20));
      const slot = await createSlot({
        content: { kind: "live" },
        title: "Studio 1",
        showId: randomUUID(),
        startsAt,
        endsAt: later(startsAt, hours(1)),
        instanceId: 1,
        playoutId: null,
        ownsInstance: true,
        plannedById: null,
      });
      const line = await openOperation({
        kind: "move",
        actorId: null,
        at: instant(0),
        idempotencyKey: null,
        holder: "h1",
        input: {},
      });
      const taker = await pool.connect();
      try {
        await taker.query("BEGIN");
        await taker.query("UPDATE operations SET holder = 'h2' WHERE id = $1", [line.id]);
        const writing = [
          updateSlot(line, slot.id, { endsAt: later(startsAt, hours(2)) }),
          deleteSlot(line, slot.id),
        ].map((each) =>
          each.then(
            () => "written",
            (cause: unknown) => cause,
          ),
        );
        await expect
          .poll(
            async () =>
              (await pool.query("SELECT COUNT(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock'"))
                .rows[0].count,
          )
          .toBe(2);
        await taker.query("COMMIT");
        expect(await Promise.all(writing)).toEqual([expect.any(Fenced), expect.any(Fenced)]);
      } finally {
        taker.release(true);
      }
      expect(await findSlot(slot.id)).toEqual(slot);
    });
  }));
