import { givenStation, refused, stationShows, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { foreign, on } from "./given/foreign.test-kit";
import { rival } from "./given/failing.test-kit";

describe("when somebody in LibreTime is faster", () => {
  test("and puts a row there between our look and our write, ours goes back", async () => {
    await using given = await givenStation();
    await given.station.fault({ route: "POST /schedule", kind: "meanwhile", put: rival });
    expect(await refused(given.plan("night1", "20:00", "21:00"))).toMatchObject({
      code: "SLOT_OVERLAP",
      conflicts: [{ playoutId: 60, foreign: true }],
    });
    const { schedule, "show-instances": instances } = await given.station.snapshot();
    expect([schedule.map(({ id }) => id), instances.map(({ id }) => id)]).toEqual([[60], [50]]);
    expect(await given.lastOperation()).toMatchObject({
      state: "undone",
      steps: [
        { what: "create-instance", outcome: "undone" },
        { what: "create-row", outcome: "undone" },
        { what: "delete-row" },
        { what: "delete-instance" },
      ],
    });
    expect(await given.slots()).toEqual([]);
  });

  test("and fills the instance that we were about to use, theirs stays and ours goes", async () => {
    await using given = await givenStation();
    const instance = await foreign(given, "20:00", "22:00", { show: stationShows.night });
    await given.station.fault({
      route: "POST /schedule",
      kind: "meanwhile",
      put: [
        {
          table: "schedule",
          row: { id: 60, instance, file: tracks.jazz, starts_at: on("20:45"), ends_at: on("21:00") },
        },
      ],
    });
    expect(await refused(given.plan("night1", "20:30", "21:30"))).toMatchObject({ code: "SLOT_OVERLAP" });
    expect(await given.station.snapshot()).toMatchObject({
      schedule: [{ id: 60 }],
      "show-instances": [{ id: instance }],
    });
  });

  test("and fills the instance that we have just made, theirs stays with it", async () => {
    await using given = await givenStation();
    await given.station.fault({
      route: "POST /schedule",
      kind: "meanwhile",
      put: [
        {
          table: "schedule",
          row: { id: 60, instance: 1, file: tracks.jazz, starts_at: on("20:15"), ends_at: on("20:45") },
        },
      ],
    });
    expect(await refused(given.plan("night1", "20:00", "21:00"))).toMatchObject({
      code: "SLOT_OVERLAP",
      conflicts: [{ playoutId: 60 }],
    });
    expect(await given.station.snapshot()).toMatchObject({ schedule: [{ id: 60 }], "show-instances": [{ id: 1 }] });
  });

  test.each([{ fade_in: null }, { cue_in: "00:00:10", cue_out: "01:00:10" }])(
    "and gives our row %o before it is read back, it goes back",
    async (over) => {
      await using given = await givenStation();
      const row = { id: 1, instance: 1, file: tracks.night1, starts_at: on("20:00"), ends_at: on("21:00"), ...over };
      await given.station.fault({
        route: "GET /schedule",
        kind: "meanwhile",
        nth: 2,
        put: [{ table: "schedule", row }],
      });
      expect(await refused(given.plan("night1", "20:00", "21:00"))).toEqual({
        code: "LIBRETIME_ANSWER",
        what: "row 1 does not read back as it was written",
      });
      expect(await given.station.snapshot()).toMatchObject({ schedule: [], "show-instances": [] });
      expect(await given.slots()).toEqual([]);
    },
  );

  test("the show that was made for it goes too", async () => {
    await using given = await givenStation();
    const before = await given.station.snapshot();
    await given.station.fault({ route: "POST /schedule", kind: "answer", status: 400, body: { file: ["no"] } });
    expect((await refused(given.plan("tapes", "20:00", "21:00"))).code).toBe("LIBRETIME_ANSWER");
    expect(await given.station.snapshot()).toEqual(before);
    expect(await given.plan("tapes", "20:00", "21:00")).toMatchObject({ success: true });
  });
});
