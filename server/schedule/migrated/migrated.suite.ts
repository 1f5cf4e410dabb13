import { readFileSync } from "node:fs";
import path from "node:path";
import type { Payload } from "payload";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instant } from "@/domain/time";
import { givenCms, type GivenCms } from "@/server/cms/cms.test-kit";
import { startStation, type Station, type World } from "@/station/station";

type Row = Readonly<Record<string, unknown>>;
type Step = Row & { readonly what: string; readonly outcome: string; readonly at: number };

/**
 * A database and its LibreTime as they were when steps were still a text of their line, with operations open in every
 * state, and what the code of that time made of them (`settled`).
 */
type Kept = Readonly<Record<"shows" | "episodes" | "slots", readonly Row[]>> & {
  readonly operations: readonly (Row & {
    readonly id: string;
    readonly named?: string;
    readonly steps: readonly Step[];
  })[];
  readonly station: World;
  readonly settled: {
    readonly states: Readonly<Record<string, string>>;
    readonly heard: readonly string[];
    readonly instances: readonly string[];
    readonly shows: readonly string[];
    readonly slots: readonly unknown[];
  };
};

const kept = JSON.parse(readFileSync(path.resolve("server/schedule/migrated/before-0008.json"), "utf8")) as Kept;
const [before, settledAt] = [Date.UTC(2026, 10, 24, 12), Date.UTC(2026, 10, 24, 12, 2)];

/** How a database of before is brought up to date, and how its rows are written. */
export type Old = {
  readonly down: (cms: Payload) => Promise<void>;
  readonly up: (cms: Payload) => Promise<void>;
  readonly put: (cms: Payload, table: string, rows: readonly Row[]) => Promise<void>;
};

/** What becomes of a database that was made before steps were rows. */
export function migratedSuite(database: () => Promise<AsyncDisposable & { readonly url: string }>, old: Old): void {
  let there: Awaited<ReturnType<typeof database>>;
  let given: GivenCms;
  let station: Station;
  beforeAll(async () => {
    there = await database();
    given = await givenCms(there.url);
    station = await startStation({ world: kept.station, key: "the-key-of-the-station" });
    await station.setClock(new Date(settledAt).toISOString());
    await old.down(given.cms);
    for (const table of ["shows", "episodes", "slots"] as const) await old.put(given.cms, table, kept[table]);
    await old.put(
      given.cms,
      "operations",
      kept.operations.map(({ named: _, ...row }) => row),
    );
    await old.up(given.cms);
  });
  afterAll(async () => {
    await station?.close();
    await given?.[Symbol.asyncDispose]();
    await there?.[Symbol.asyncDispose]();
  });

  test.each(kept.operations.map(({ named, kind, id }) => [named ?? kind, id] as const))(
    "%s keeps its steps",
    async (_, id) => {
      const { findOperation } = await import("@/server/cms/operations");
      const { steps, state } = kept.operations.find((each) => each.id === id)!;
      expect(await findOperation(id)).toMatchObject({ state });
      expect((await findOperation(id))!.steps).toEqual(steps);
    },
  );

  test("each step is a row that says that it began, and one that says how it stood", async () => {
    const [{ rowsOf }, { sql }] = [await import("@/server/cms/rows-of"), await import("@/server/cms/sql")];
    const { id } = kept.operations.find(({ named }) => named === "a plan that ended before request 3")!;
    const [instance, end, row, ...rest] = (
      await rowsOf(
        sql`SELECT seq, step, what, outcome, libretime_id, station_show_id, instance_id, track_id, cue_in FROM operation_steps WHERE operation_id = ${id} ORDER BY seq`,
      )
    ).map((each) => ({ ...each }));
    const made = (end as { libretime_id: number }).libretime_id;
    expect([instance, end, row, rest]).toMatchObject([
      { seq: 0, step: 0, what: "create-instance", outcome: "wanted", libretime_id: null, station_show_id: 1 },
      { seq: 1, step: 0, what: "create-instance", outcome: "done", libretime_id: made },
      { seq: 2, step: 1, what: "create-row", outcome: "wanted", instance_id: made, track_id: 1, cue_in: 0 },
      [],
    ]);
  });

  test("Payload shows the steps as it did, to planners alone, and knows no rows", async () => {
    const { id, steps } = kept.operations.find(({ named }) => named === "a move of which nothing is known")!;
    expect((await given.ask("programmer", `GET /operations/${id}`)).body.steps).toEqual(steps);
    expect((await given.ask("viewer", `GET /operations/${id}`)).status).toBe(403);
    expect((await given.ask("admin", "GET /operation_steps")).status).toBe(404);
    expect((await given.ask("admin", "GET /operation-steps")).status).toBe(404);
  });

  test("a row is never rewritten", async () => {
    const [{ rowsOf }, { sql }] = [await import("@/server/cms/rows-of"), await import("@/server/cms/sql")];
    await expect(rowsOf(sql`UPDATE operation_steps SET outcome = 'done'`)).rejects.toThrow();
  });

  test("what was open is settled as it was before", async () => {
    const [{ createDeps }, { settleAll }, { rowsOf }, { sql }, { slotsIn }] = [
      await import("@/server/deps"),
      await import("../settle-open"),
      await import("@/server/cms/rows-of"),
      await import("@/server/cms/sql"),
      await import("@/server/cms/slots"),
    ];
    for (let round = 0; round < 2; round += 1) {
      const deps = createDeps(
        {
          LIBRETIME_API_URL: station.url,
          LIBRETIME_API_KEY: station.key,
          STATION_TIMEZONE: "Europe/Paris",
          STATION_NAME: "Radio Colline",
          LEAD_TIME_SECONDS: 420,
        },
        { now: () => settledAt },
      );
      await deps.mirror.ready();
      await settleAll(deps);
      await deps.close();
    }
    const operations = await rowsOf(sql`SELECT id, state FROM operations`);
    const named = new Map(kept.operations.map(({ id, named: name }) => [id, name]));
    const states = (all: Readonly<Record<string, string>>) =>
      Object.entries(all)
        .map(([id, state]) => `${named.get(id)}: ${state}`)
        .toSorted();
    expect(states(Object.fromEntries(operations.map(({ id, state }) => [String(id), String(state)])))).toEqual(
      states(kept.settled.states),
    );
    const snapshot = await station.snapshot();
    const { entries } = await station.onAir("2026-11-24T00:00:00Z", "2026-11-28T00:00:00Z");
    const slots = await slotsIn({ startsAt: instant(0), endsAt: instant(before * 2) });
    expect({
      heard: entries.map(({ startsAt, endsAt, title }) => `${startsAt} ${endsAt} ${title}`),
      instances: snapshot["show-instances"]
        .map((each) => [each.starts_at, each.ends_at, each.show].join(" "))
        .toSorted(),
      shows: snapshot.shows.map(({ name }) => name),
      slots: slots.map(({ id, startsAt, endsAt, playoutId }) => ({ id, startsAt, endsAt, holds: playoutId !== null })),
    }).toEqual({ ...kept.settled, states: undefined });
  });
}
