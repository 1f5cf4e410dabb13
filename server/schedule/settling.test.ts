import { at, givenStation, refused, stationShows, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { rowsOf, sql } from "@/server/cms/sql";
import { foreign } from "./given/foreign.test-kit";
import { settleAll } from "./settle-open";

/** The hour in which our show was given an empty instance by LibreTime's pages. */
const emptyHour = (given: Given) => foreign(given, "20:00", "22:00", { show: stationShows.night });

describe("a row is known by what it holds, unless it is known already", () => {
  test.each([["21:30", "20:00–21:00"], ["20:30", "20:00–21:00"]])("a slot in somebody's instance that was to last until %s, and whose new row was lost, is heard as before", async (ends, heard) => {
    await using given = await givenStation();
    await emptyHour(given);
    const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await given.station.fault({ route: "POST /schedule", kind: "cut-before" });
    expect((await refused(given.move(slotId, "20:00", ends))).code).toBe("LIBRETIME_UNREACHABLE");
    expect(await given.heard()).toEqual([`${heard} Night Flight #1`]);
    expect(await given.slots()).toMatchObject([{ id: slotId, playoutId, endsAt: at("21:00") }]);
  });

  test("what was planned again after it was lost is not taken for what comes late", async () => {
    await using given = await givenStation();
    await emptyHour(given);
    await given.station.fault({ route: "POST /schedule", kind: "cut-before" });
    expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("LIBRETIME_UNREACHABLE");
    await given.plan("night1", "20:00", "21:00");
    await settleAll(given.deps);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  });
});

test("what an act wanted is known of it, also when its first step could not be written down", async () => {
  await using given = await givenStation();
  await rowsOf(sql`CREATE TRIGGER no_first_step BEFORE UPDATE ON operations WHEN new.effects IS NOT NULL AND old.effects IS NULL BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
  await given.station.fault({ route: "GET /show-instances", kind: "500", times: "always" });
  const outcome = await refused(given.plan("night1", "20:00", "21:00", { idempotencyKey: "full" })).catch(() => null);
  await rowsOf(sql`DROP TRIGGER no_first_step`);
  await given.station.clearFaults();
  await settleAll(given.deps);
  expect(outcome?.code).toBe("OUTCOME_UNKNOWN");
  expect(await given.lastOperation()).toMatchObject({ state: "undone" });
});
