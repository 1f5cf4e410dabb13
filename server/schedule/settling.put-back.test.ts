import { at, givenStation, refused, stationShows, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { unfinishedOperations } from "@/server/cms/operations";
import { foreign, row } from "./given/foreign.test-kit";
import { listSlots } from "./list-slots";
import { settleAll } from "./settle-open";
import { IMPATIENT } from "./given/failing.test-kit";

describe("what cannot be put back, since LibreTime does not have what it was made of any more", () => {
  /** Two hours that were to be replaced by one: the first is off, nobody knows of the second. */
  async function halfReplaced(given: Given) {
    const [first, second] = [await given.plan("night1", "20:00", "21:00"), await given.plan("tapes", "21:00", "22:00")];
    await given.station.fault({ route: `DELETE /schedule/${second.playoutId}`, kind: "hang", times: "always" });
    expect((await refused(given.replace([first.slotId, second.slotId], "night2", "20:30", "21:30"))).code).toBe(
      "OUTCOME_UNKNOWN",
    );
    await given.station.clearFaults();
  }
  const settledAt = async (given: Given, clock: string) => {
    await given.setClock(at(clock));
    const deps = await given.restarted();
    await settleAll(deps);
    return deps;
  };

  test.each([
    ["show", "shows", stationShows.night],
    ["file", "files", tracks.night1],
  ] as const)(
    "because its %s was deleted, is missing; all else is as it was, and its time is free",
    async (_, table, id) => {
      await using given = await givenStation(IMPATIENT);
      await halfReplaced(given);
      await given.station.remove(table, id);
      const deps = await settledAt(given, "12:01");
      expect(await unfinishedOperations()).toEqual([]);
      expect(await given.heard()).toEqual(["21:00–22:00 Tapes from Leeds"]);
      expect((await given.station.snapshot())["show-instances"]).toHaveLength(1);
      expect(
        (await listSlots(deps, { from: at("00:00"), to: at("24:00") })).slots.map(({ startsAt, state }) => [
          startsAt,
          state,
        ]),
      ).toEqual([
        ["2026-11-24T20:00:00Z", "missing"],
        ["2026-11-24T21:00:00Z", "on-libretime"],
      ]);
    },
  );

  test("does not stay off for what came in its place, when somebody has deleted that", async () => {
    await using given = await givenStation(IMPATIENT);
    await halfReplaced(given);
    await given.station.remove("schedule", 3);
    await settledAt(given, "12:01");
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "21:00–22:00 Tapes from Leeds"]);
  });

  test("because the instance that was made for it was deleted, is put into another", async () => {
    await using given = await givenStation(IMPATIENT);
    await halfReplaced(given);
    await given.station.fault({ route: "POST /schedule", kind: "500", times: "always" });
    await settledAt(given, "12:01");
    await given.station.clearFaults();
    expect(await unfinishedOperations()).toHaveLength(1);
    const { "show-instances": instances } = await given.station.snapshot();
    await given.station.remove("show-instances", Math.max(...instances.map(({ id }) => Number(id))));
    await settledAt(given, "12:02");
    expect(await unfinishedOperations()).toEqual([]);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "21:00–22:00 Tapes from Leeds"]);
  });

  test.each(["taken", "over"])(
    "because its time is %s by then, leaves no instance that was made for it",
    async (why) => {
      await using given = await givenStation(IMPATIENT);
      await halfReplaced(given);
      await given.station.fault({ route: "POST /schedule", kind: "500", times: "always" });
      await settledAt(given, "12:01");
      await given.station.clearFaults();
      const made = Math.max(...(await given.station.snapshot())["show-instances"].map(({ id }) => Number(id)));
      await given.station.remove("schedule", 3);
      if (why === "taken") await row(given, await foreign(given, "20:00", "20:30"), "20:00", "20:30");
      await settledAt(given, why === "taken" ? "12:02" : "21:00");
      expect(await unfinishedOperations()).toEqual([]);
      expect((await given.station.snapshot())["show-instances"].map(({ id }) => id)).not.toContain(made);
      expect((await given.slots()).map(({ startsAt }) => startsAt)).toEqual([at("20:00"), at("21:00")]);
    },
  );
});

test("what could not be put back before its time was over was silent then: nothing is written into the past, and the grid says so", async () => {
  await using given = await givenStation(IMPATIENT);
  const [over, coming] = [await given.plan("night1", "14:00", "15:00"), await given.plan("tapes", "21:00", "22:00")];
  await given.station.fault({ route: `DELETE /schedule/${coming.playoutId}`, kind: "hang", times: "always" });
  expect((await refused(given.replace([over.slotId, coming.slotId], "night2", "20:00", "22:00"))).code).toBe(
    "OUTCOME_UNKNOWN",
  );
  await given.station.clearFaults();
  await given.setClock(at("15:00"));
  const deps = await given.restarted();
  await settleAll(deps);
  expect(await given.heard()).toEqual(["21:00–22:00 Tapes from Leeds"]);
  expect(
    (await listSlots(deps, { from: at("00:00"), to: at("24:00") })).slots.map(({ id, state }) => [id, state]),
  ).toEqual([
    [over.slotId, "missing"],
    [coming.slotId, "on-libretime"],
  ]);
  expect(await unfinishedOperations()).toEqual([]);
});
