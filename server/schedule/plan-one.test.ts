import { at, expectRefused, givenStation, refused, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { getCms } from "@/server/cms/cms";
import { linkShow } from "@/server/cms/slots.test-kit";

describe("a plan", () => {
  test("is on LibreTime, read back, heard, and answered with LibreTime's ids", async () => {
    await using given = await givenStation();
    const answer = await given.plan("night1", "20:00", "21:00");
    expect(answer).toEqual({ success: true, showId: 1, instanceId: 1, playoutId: 1, slotId: expect.any(String) });
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
    expect(await given.slots()).toMatchObject([
      {
        id: answer.slotId,
        startsAt: at("20:00"),
        endsAt: at("21:00"),
        content: { kind: "track", trackId: 1, trackSeconds: 3600 },
        instanceId: 1,
        playoutId: 1,
        ownsInstance: true,
        plannedByName: "Ada the programmer",
      },
    ]);
  });

  test("is one instance as long as the slot and one row with every value that playout and LibreTime's pages need", async () => {
    await using given = await givenStation();
    await given.plan("cued", "20:00", "21:00");
    const { schedule, "show-instances": instances } = await given.station.snapshot();
    expect(schedule).toEqual([
      {
        id: 1,
        instance: 1,
        file: tracks.cued,
        stream: null,
        starts_at: "2026-11-24T20:00:00Z",
        ends_at: "2026-11-24T20:30:00Z",
        length: "00:30:00",
        cue_in: "00:00:02.500000",
        cue_out: "00:30:02.500000",
        fade_in: "00:00:00.500000",
        fade_out: "00:00:00.500000",
        position: 0,
        position_status: 1,
        broadcasted: 0,
        played: null,
      },
    ]);
    expect(instances).toEqual([
      {
        id: 1,
        show: 1,
        starts_at: "2026-11-24T20:00:00Z",
        ends_at: "2026-11-24T21:00:00Z",
        created_at: expect.stringMatching(/^2026-11-24T12:00:00\.\d{6}Z$/),
        filled_time: "00:00:00",
        description: "",
        modified: false,
        rebroadcast: 0,
        instance: null,
        record_enabled: 0,
        record_file: null,
        auto_playlist_built: true,
        last_scheduled_at: null,
      },
    ]);
  });

  test("ends with the track when the slot is longer, and says how long the air is dead", async () => {
    await using given = await givenStation();
    expect(await given.plan("short", "20:00", "21:00")).toMatchObject({
      warnings: [{ code: "DEAD_AIR", seconds: 120 }],
    });
    expect(await given.heard()).toEqual(["20:00–20:58 Night Flight, short"]);
  });

  test("ends with the slot when the track is longer, and says what is cut, in whole seconds", async () => {
    await using given = await givenStation();
    expect(await given.plan("long", "20:00", "21:00")).toMatchObject({
      warnings: [{ code: "TRACK_CUT", seconds: 120 }],
    });
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight, long"]);
  });

  test("that playout may see too late says so, but is made", async () => {
    await using given = await givenStation();
    expect(await given.plan("night1", "12:06", "13:06")).toMatchObject({
      warnings: [{ code: "LATE_CHANGE", playoutPollsEvery: 400 }],
    });
    expect(await given.plan("night2", "13:06", "14:06")).not.toHaveProperty("warnings");
  });

  test("may begin this very second", async () => {
    await using given = await givenStation();
    expect(await given.plan("night1", "12:00", "13:00")).toMatchObject({ success: true });
  });

  test("costs four requests: the window, the instance, the row, and the window again", async () => {
    await using given = await givenStation();
    expect(await given.requestsOf(() => given.plan("night1", "20:00", "21:00"))).toEqual([
      "GET /schedule",
      "POST /show-instances",
      "POST /schedule",
      "GET /schedule",
    ]);
  });

  test("asks once per connection whether schedules can be written, before anything else", async () => {
    await using given = await givenStation({ cold: true });
    await given.deps.mirror.ready();
    expect((await given.requestsOf(() => given.plan("night1", "20:00", "21:00")))[0]).toBe("POST /schedule");
    expect(await given.requestsOf(() => given.plan("night1", "21:00", "22:00"))).toHaveLength(4);
  });

  test("is kept on its episode for other readers of the CMS: the next one, or else the last", async () => {
    await using given = await givenStation();
    const airing = async () => {
      const { scheduledAt, scheduledEnd, libretimeInstanceId, libretimePlayoutId } = await (
        await getCms()
      ).findByID({ collection: "episodes", id: given.episodes.night1 });
      return [scheduledAt, scheduledEnd, libretimeInstanceId, libretimePlayoutId];
    };
    await given.plan("night1", "22:00", "23:00");
    await given.plan("night1", "20:00", "21:00");
    expect(await airing()).toEqual(["2026-11-24T20:00:00.000Z", "2026-11-24T21:00:00.000Z", 2, 2]);
    await given.unplan("night1", "20:00");
    expect(await airing()).toEqual(["2026-11-24T22:00:00.000Z", "2026-11-24T23:00:00.000Z", 1, 1]);
    await given.unplan("night1", "22:00");
    expect(await airing()).toEqual([null, null, null, null]);
  });

  test("leaves a line in the journal with every step and its id, and how to undo it", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("tapes", "20:00", "21:00");
    expect(await given.lastOperation()).toMatchObject({
      kind: "plan",
      state: "done",
      actorId: given.people.programmer.id,
      inverse: { takeOff: [{ id: slotId }], putBack: [] },
      steps: [
        { what: "create-show", outcome: "done", libretimeId: 4 },
        { what: "create-instance", outcome: "done", libretimeId: 1 },
        { what: "create-row", outcome: "done", libretimeId: 1 },
        { what: "save-slot", outcome: "done", slotId },
      ],
    });
  });
});

describe("a show's counterpart in LibreTime", () => {
  test("is made on first use, in the show's colours, and used from then on", async () => {
    await using given = await givenStation();
    expect(await given.plan("tapes", "20:00", "21:00")).toMatchObject({ showId: 4 });
    expect((await given.station.snapshot()).shows[3]).toMatchObject({
      id: 4,
      name: "Tapes",
      description: "About Tapes",
      background_color: "1c7ed6",
      linked: false,
      linkable: false,
      auto_playlist_enabled: false,
    });
    expect(await given.plan("tapes", "21:00", "22:00")).toMatchObject({ showId: 4 });
  });

  test("is made once, when many plan its first slots together", async () => {
    await using given = await givenStation();
    const answers = await Promise.all(
      [18, 19, 20, 21].map((hour) => given.plan("tapes", `${hour}:00`, `${hour + 1}:00`)),
    );
    expect(new Set(answers.map(({ showId }) => showId))).toEqual(new Set([4]));
    expect((await given.station.snapshot()).shows).toHaveLength(4);
  });

  test("is never one that merely has the same name", async () => {
    await using given = await givenStation();
    await given.station.put("shows", { id: 9, name: "Tapes" });
    await given.deps.mirror.refresh();
    expect((await given.plan("tapes", "20:00", "21:00")).showId).not.toBe(9);
  });

  test.each([
    ["the mirror has seen", true],
    ["the mirror has not seen", false],
  ])("is made anew when LibreTime has lost it, which %s", async (_, hasSeen) => {
    await using given = await givenStation();
    await given.station.remove("shows", 1);
    if (hasSeen) await given.deps.mirror.refresh();
    expect(await given.plan("night1", "20:00", "21:00")).toMatchObject({ showId: 4 });
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
    expect(await given.plan("night2", "21:00", "22:00")).toMatchObject({ showId: 4 });
  });

  test("is not made anew while LibreTime cannot say whether it has it", async () => {
    await using given = await givenStation();
    await linkShow(given.shows.night, 77);
    await given.station.fault({ route: "GET /shows/*", kind: "500", times: "always" });
    await expectRefused(given, "LIBRETIME_ANSWER", () => given.plan("night1", "20:00", "21:00"));
  });
});

describe("a dry run", () => {
  test("says what would be said, and changes nothing, not even the journal", async () => {
    await using given = await givenStation();
    const before = await given.station.snapshot();
    expect(await given.plan("short", "20:00", "21:00", { dryRun: true })).toEqual({
      success: true,
      dryRun: true,
      warnings: [{ code: "DEAD_AIR", seconds: 120 }],
    });
    expect(await given.station.snapshot()).toEqual(before);
    expect(await given.slots()).toEqual([]);
    expect(await given.lastOperation()).toBeUndefined();
  });

  test("is refused exactly as the act would be", async () => {
    await using given = await givenStation();
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    const dry = await refused(given.plan("night2", "20:30", "21:30", { dryRun: true }));
    expect(dry).toEqual(await refused(given.plan("night2", "20:30", "21:30")));
    expect(await given.move(slotId, "20:30", "21:30", { dryRun: true })).toMatchObject({ dryRun: true });
    await given.station.goAway();
    await expectRefused(given, "LIBRETIME_UNREACHABLE", () => given.plan("night2", "22:00", "23:00", { dryRun: true }));
  });
});
