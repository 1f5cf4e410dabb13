import { at, givenStation, refused, stationShows, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { findShowById } from "@/server/cms/shows";
import { foreign, on, row } from "./given/foreign.test-kit";
import { mortal } from "./given/mortal.test-kit";
import { moveOne } from "./move-one";
import { settleAll } from "./settle-open";

/** A slot that was to move from 20:00 to 22:00 by a process that ended after so many requests: its instance, its row, the look at both, the look at the old row and its instance, the old row. */
async function movedUntil(given: Given, nth: number, episode: "night1" | "cued" = "night1"): Promise<void> {
  const { slotId } = await given.plan(episode, "20:00", "21:00");
  const { deps, died } = mortal(given.deps, { nth, when: "after" });
  void moveOne(deps, given.people.programmer, { slotId, scheduledAt: at("22:00"), scheduledEnd: at("23:00") }).catch(
    () => undefined,
  );
  await died;
}
const [INSTANCE_MADE, OLD_ROW_GONE] = [2, 7];

/** A process that starts a minute later. */
async function settledLater(given: Given): Promise<void> {
  await given.setClock(at("12:01"));
  await settleAll(await given.restarted());
}

/** Somebody in LibreTime makes the moved row start later. */
async function edited(given: Given): Promise<void> {
  const moved = (await given.station.snapshot()).schedule.find(({ id }) => id === 2)!;
  await given.station.put("schedule", { ...moved, starts_at: on("22:10") } as never);
}

describe("a move that ended when the old row was gone", () => {
  test("is done, also when somebody has come into its way since", async () => {
    await using given = await givenStation();
    await movedUntil(given, OLD_ROW_GONE);
    await row(given, await foreign(given, "22:45", "23:30"), "22:45", "23:30");
    await settledLater(given);
    expect(await given.heard()).toEqual(["22:00–23:00 Night Flight #1", "22:45–23:30 Kind of Blue"]);
    expect(await given.slots()).toMatchObject([{ startsAt: at("22:00"), playoutId: 2 }]);
  });

  test("is taken back when the new one is not as it was wanted, also when that takes two tries", async () => {
    await using given = await givenStation();
    await movedUntil(given, OLD_ROW_GONE);
    await edited(given);
    await given.station.fault({ route: "DELETE /schedule/2", kind: "500", times: "always" });
    await settledLater(given);
    expect((await given.lastOperation()).state).toBe("unknown");
    await given.station.clearFaults();
    await settledLater(given);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
    expect(await given.slots()).toMatchObject([{ startsAt: at("20:00"), playoutId: 3 }]);
    expect((await given.station.snapshot())["show-instances"]).toHaveLength(1);
  });

  test("is taken back although its old instance stands there yet", async () => {
    await using given = await givenStation();
    await movedUntil(given, OLD_ROW_GONE);
    await edited(given);
    await settledLater(given);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  });

  test("is put back with its cues, in one instance when its own is gone, also when that takes two tries", async () => {
    await using given = await givenStation();
    await movedUntil(given, OLD_ROW_GONE, "cued");
    await edited(given);
    await given.station.remove("show-instances", 1);
    await given.station.fault({ route: "POST /schedule", kind: "500", times: "always" });
    await settledLater(given);
    expect((await given.lastOperation()).state).toBe("unknown");
    await given.station.clearFaults();
    await settledLater(given);
    const { schedule, "show-instances": instances } = await given.station.snapshot();
    expect(schedule).toMatchObject([{ instance: 3, cue_in: "00:00:02.500000" }]);
    expect(instances.map(({ id }) => id)).toEqual([3]);
    expect(await given.slots()).toMatchObject([{ startsAt: at("20:00"), instanceId: 3, ownsInstance: true }]);
  });

  test("leaves its old time to whoever has taken it", async () => {
    await using given = await givenStation();
    await movedUntil(given, OLD_ROW_GONE);
    await edited(given);
    await row(given, await foreign(given, "20:30", "21:30"), "20:30", "21:15");
    await settledLater(given);
    expect(await given.heard()).toEqual(["20:30–21:15 Kind of Blue"]);
    expect((await given.list()).slots.filter(({ kind }) => kind === "planned").map(({ state }) => state)).toEqual([
      "missing",
    ]);
  });
});

test("what somebody else took away is not put back", async () => {
  await using given = await givenStation();
  await movedUntil(given, INSTANCE_MADE);
  await given.station.remove("schedule", 1);
  await settledLater(given);
  expect(await given.heard()).toEqual([]);
  expect(await given.lastOperation()).toMatchObject({ state: "undone" });
  expect((await given.list()).slots).toMatchObject([{ state: "missing", startsAt: "2026-11-24T20:00:00Z" }]);
});

test("a replacement of two that was half taken back goes back whole, also when what stood in its way is gone by then", async () => {
  await using given = await givenStation();
  const [first, second] = [await given.plan("night1", "20:00", "21:00"), await given.plan("tapes", "21:00", "22:00")];
  for (const id of [second.playoutId, 3])
    await given.station.fault({ route: `DELETE /schedule/${id}`, kind: "500", times: "always" });
  expect((await refused(given.replace([first.slotId, second.slotId], "night2", "20:30", "21:30"))).code).toBe(
    "OUTCOME_UNKNOWN",
  );
  await given.station.clearFaults();
  await given.station.remove("schedule", second.playoutId);
  await settledLater(given);
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "21:00–22:00 Tapes from Leeds"]);
  expect((await given.slots()).map(({ id }) => id)).toEqual([first.slotId, second.slotId]);
});

test("what was planned in somebody's instance is put back there", async () => {
  await using given = await givenStation();
  const theirs = await foreign(given, "20:00", "22:00", { show: stationShows.night });
  const [first, second] = [await given.plan("night1", "20:00", "21:00"), await given.plan("tapes", "22:00", "23:00")];
  await given.station.fault({ route: `DELETE /schedule/${second.playoutId}`, kind: "500", times: "always" });
  expect((await refused(given.replace([first.slotId, second.slotId], "night2", "20:00", "21:00"))).code).toBe(
    "LIBRETIME_ANSWER",
  );
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "22:00–23:00 Tapes from Leeds"]);
  expect(await given.slots()).toMatchObject([
    { id: first.slotId, instanceId: theirs, ownsInstance: false },
    { id: second.slotId },
  ]);
});

describe("a show that was made for an act that fails", () => {
  test("goes with its link", async () => {
    await using given = await givenStation();
    await given.station.fault({ route: "POST /schedule", kind: "answer", status: 400, body: { file: ["no"] } });
    await refused(given.plan("tapes", "20:00", "21:00"));
    expect((await given.station.snapshot()).shows).toHaveLength(3);
    expect(await findShowById(given.shows.tapes)).toMatchObject({ libretimeShowId: null });
  });

  test("stays when somebody has made an instance of it", async () => {
    await using given = await givenStation();
    await given.station.fault({
      route: "POST /show-instances",
      kind: "meanwhile",
      put: [{ table: "show-instances", row: { id: 50, show: 4, starts_at: on("16:00"), ends_at: on("17:00") } }],
    });
    await given.station.fault({ route: "POST /schedule", kind: "answer", status: 400, body: { file: ["no"] } });
    await refused(given.plan("tapes", "20:00", "21:00"));
    expect((await given.station.snapshot())["show-instances"].map(({ id }) => id)).toEqual([50]);
  });
});
