import { at, expectRefused, givenStation, refused, stationShows, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { takeOverOperation, unfinishedOperations } from "@/server/cms/operations";
import { sql } from "@/server/cms/sql";
import { rowsOf } from "@/server/cms/rows-of";
import { foreign } from "./given/foreign.test-kit";
import { planOne } from "./plan-one";
import { settleAll } from "./settle-open";
import { IMPATIENT } from "./given/failing.test-kit";

/** The hour in which our show was given an empty instance by LibreTime's pages. */
const emptyHour = (given: Given) => foreign(given, "20:00", "22:00", { show: stationShows.night });

describe("a row is known by what it holds, unless it is known already", () => {
  test.each([
    ["21:30", "20:00–21:00"],
    ["20:30", "20:00–21:00"],
  ])(
    "a slot in somebody's instance that was to last until %s, and whose new row was lost, is heard as before",
    async (ends, heard) => {
      await using given = await givenStation();
      await emptyHour(given);
      const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
      await given.station.fault({ route: "POST /schedule", kind: "cut-before" });
      expect((await refused(given.move(slotId, "20:00", ends))).code).toBe("LIBRETIME_UNREACHABLE");
      expect(await given.heard()).toEqual([`${heard} Night Flight #1`]);
      expect(await given.slots()).toMatchObject([{ id: slotId, playoutId, endsAt: at("21:00") }]);
    },
  );

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

describe("an instance that LibreTime may still delete", () => {
  test("is not what a slot is put back in", async () => {
    await using given = await givenStation(IMPATIENT);
    const first = await given.plan("night1", "20:00", "21:00");
    const second = await given.plan("tapes", "21:00", "22:00");
    await given.station.fault({
      route: `DELETE /show-instances/${first.instanceId}`,
      kind: "delay",
      ms: 4_000,
      times: 2,
    });
    await given.station.fault({ route: `DELETE /schedule/${second.playoutId}`, kind: "500", times: "always" });
    await refused(given.replace([first.slotId, second.slotId], "night2", "20:30", "21:30"));
    await given.station.clearFaults();
    const standing = async () => (await given.station.snapshot())["show-instances"].map(({ id }) => id);
    await expect.poll(standing, { timeout: 10_000 }).not.toContain(first.instanceId);
    await given.setClock(at("12:01"));
    await settleAll(given.deps);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "21:00–22:00 Tapes from Leeds"]);
    expect((await given.list()).slots.map(({ state }) => state)).toEqual(["on-libretime", "on-libretime"]);
  });

  test("is not what a slot is planned in", async () => {
    await using given = await givenStation(IMPATIENT);
    await given.plan("night1", "20:00", "21:00");
    await given.station.fault({ route: "DELETE /show-instances/*", kind: "hang", times: "always" });
    expect(await given.unplan("night1", "20:00")).toEqual({ success: true });
    await expectRefused(given, "OUTCOME_UNKNOWN", () => given.plan("night1", "20:00", "21:00"));
    await given.station.clearFaults();
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ success: true });
    expect((await given.station.snapshot())["show-instances"].map(({ id }) => id)).toEqual([2]);
  });

  test("keeps nobody waiting twice, and no other line from being settled", async () => {
    await using given = await givenStation(IMPATIENT);
    const [first, second] = [
      await given.plan("night1", "20:00", "21:00"),
      await given.plan("night2", "22:00", "23:00"),
    ];
    await given.station.fault({ route: "DELETE /show-instances/*", kind: "hang", times: "always" });
    await given.unplan("night1", "20:00");
    await given.unplan("night2", "22:00");
    const requests = await given.requestsOf(() => given.plan("short", "16:00", "17:00"));
    expect(requests.filter((each) => each === "DELETE /show-instances/*")).toHaveLength(1);
    await given.station.clearFaults();
    await given.station.fault({ route: `DELETE /show-instances/${first.instanceId}`, kind: "hang", times: "always" });
    for (const _ of [1, 2]) await settleAll(given.deps);
    expect((await given.station.snapshot())["show-instances"].map(({ id }) => id)).not.toContain(second.instanceId);
  });
});

test("what is on air twice, moved and not moved, is two slots however often that is found", async () => {
  await using given = await givenStation(IMPATIENT);
  const { slotId } = await given.plan("night1", "20:00", "21:00");
  await given.station.fault({ route: "DELETE /schedule/1", kind: "hang", times: "always" });
  expect((await refused(given.move(slotId, "20:30", "21:30"))).code).toBe("OUTCOME_UNKNOWN");
  await given.station.clearFaults();
  await given.setClock(at("20:45"));
  await rowsOf(
    sql`CREATE TRIGGER no_end BEFORE UPDATE ON operations WHEN new.state = 'done' BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
  );
  await settleAll(given.deps);
  await rowsOf(sql`DROP TRIGGER no_end`);
  await settleAll(given.deps);
  expect((await given.slots()).map(({ playoutId }) => playoutId)).toEqual([1, 2]);
  expect(await unfinishedOperations()).toEqual([]);
});

test("an act that somebody else goes on with sends nothing on, and takes nothing back", async () => {
  await using given = await givenStation();
  await given.station.fault({ route: "POST /show-instances", kind: "delay", ms: 1_000 });
  await given.station.clearRequests();
  const acting = refused(given.plan("night1", "20:00", "21:00"));
  await expect.poll(async () => (await given.lastOperation())?.steps.length).toBe(1);
  await takeOverOperation(await given.lastOperation(), "somebody else");
  expect((await acting).code).toBe("OUTCOME_UNKNOWN");
  expect((await given.station.requests()).filter(({ method }) => method !== "GET").map(({ path }) => path)).toEqual([
    "/api/v2/show-instances",
  ]);
  expect(await given.lastOperation()).toMatchObject({
    state: "wanted",
    holder: "somebody else",
    steps: [{ outcome: "wanted" }],
  });
  await settleAll(given.deps);
  expect((await given.station.snapshot())["show-instances"]).toEqual([]);
});

test("of two processes that begin the same act under one key without knowing of each other, one does it, and the other says that nobody knows yet", async () => {
  await using given = await givenStation();
  const other = await given.restarted();
  const act = (deps: typeof other) =>
    planOne(deps, given.people.programmer, { ...given.wish("night1", "20:00", "21:00"), idempotencyKey: "twice" });
  const outcomes = await Promise.all(
    [given.deps, other].map((deps) =>
      act(deps).then(
        () => "success",
        async (cause: unknown) => (await refused(Promise.reject(cause))).code,
      ),
    ),
  );
  expect(outcomes.toSorted()).toEqual(["OUTCOME_UNKNOWN", "success"]);
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  expect(await act(other)).toEqual(await act(given.deps));
});

test("an act whose end cannot be written down is not told to be done, and is done when it can", async () => {
  await using given = await givenStation();
  await rowsOf(
    sql`CREATE TRIGGER no_end BEFORE UPDATE ON operations WHEN new.state = 'done' BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
  );
  const plan = () => given.plan("night1", "20:00", "21:00", { idempotencyKey: "full" });
  expect((await refused(plan())).code).toBe("OUTCOME_UNKNOWN");
  await rowsOf(sql`DROP TRIGGER no_end`);
  await settleAll(given.deps);
  const { slotId } = await plan();
  expect(await given.slots()).toMatchObject([{ id: slotId }]);
});

test("an act whose last word is somebody else's does not say that it is done", async () => {
  await using given = await givenStation();
  await rowsOf(
    sql`CREATE TRIGGER taken AFTER INSERT ON slots BEGIN UPDATE operations SET holder = 'somebody else'; END`,
  );
  expect((await refused(given.plan("night1", "20:00", "21:00", { idempotencyKey: "taken" }))).code).toBe(
    "OUTCOME_UNKNOWN",
  );
  await rowsOf(sql`DROP TRIGGER taken`);
  await settleAll(given.deps);
  const { slotId } = await given.plan("night1", "20:00", "21:00", { idempotencyKey: "taken" });
  expect(await given.slots()).toMatchObject([{ id: slotId }]);
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
});

test("what an act wanted is known of it, also when its first step could not be written down", async () => {
  await using given = await givenStation();
  await rowsOf(
    sql`CREATE TRIGGER no_first_step BEFORE UPDATE ON operations WHEN new.effects IS NOT NULL AND old.effects IS NULL BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
  );
  await given.station.fault({ route: "GET /show-instances", kind: "500", times: "always" });
  const outcome = await refused(given.plan("night1", "20:00", "21:00", { idempotencyKey: "full" })).catch(() => null);
  await rowsOf(sql`DROP TRIGGER no_first_step`);
  await given.station.clearFaults();
  await settleAll(given.deps);
  expect(outcome?.code).toBe("OUTCOME_UNKNOWN");
  expect(await given.lastOperation()).toMatchObject({ state: "undone" });
});
