import { expectRefused, givenStation, refused, streams, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { foreign, on } from "./given/foreign.test-kit";
import { stationWeek } from "./station-week";
import { expectUndone, relay, repair, standing, takeOff, tuesday } from "./given/holds.test-kit";

describe("a webstream", () => {
  test("is one row from end to end of its slot, and is heard", async () => {
    await using given = await givenStation();
    const { slotId, playoutId } = await given.hold(relay, "20:00", "21:30");
    expect((await given.station.snapshot()).schedule).toMatchObject([
      {
        id: playoutId,
        file: null,
        stream: streams.world,
        starts_at: on("20:00"),
        ends_at: on("21:30"),
        length: "01:30:00",
        cue_in: "00:00:00",
        cue_out: "01:30:00",
        fade_in: "00:00:00.500000",
        fade_out: "00:00:00.500000",
        broadcasted: 0,
      },
    ]);
    expect(await given.heard()).toEqual(["20:00–21:30 World Service"]);
    const { slots, gaps } = await given.list("20:00", "21:30");
    expect(slots).toMatchObject([
      {
        id: slotId,
        kind: "planned",
        state: "on-libretime",
        live: false,
        content: { kind: "stream", streamId: streams.world },
        title: "World Service",
        playoutIds: [playoutId],
        trackIds: [],
        warnings: [],
      },
    ]);
    expect(gaps).toEqual([]);
    expect((await stationWeek(given.deps, tuesday)).days.flatMap(({ entries }) => entries)).toMatchObject([
      { showName: "Night Flight", title: "World Service", live: false },
    ]);
    expect(await given.hold(relay, "20:00", "21:30")).toMatchObject({ idempotent: true, slotId });
  });

  test("uses an empty instance that somebody made for its show, and leaves it there", async () => {
    await using given = await givenStation();
    const theirs = await foreign(given, "20:00", "22:00", { show: 1 });
    const { instanceId, slotId } = await given.hold(relay, "20:00", "21:00");
    expect(instanceId).toBe(theirs);
    await takeOff(given, slotId);
    expect(await standing(given)).toEqual([`1 ${on("20:00")}–${on("22:00")}: `]);
  });

  test("moves and goes; an undo after each gives the station back", async () => {
    await using given = await givenStation();
    const { slotId } = await given.hold(relay, "20:00", "21:00");
    await expectUndone(given, []);
    const planned = await standing(given);
    await given.move(slotId, "22:00", "23:30");
    await expectUndone(given, planned);
    const moved = await standing(given);
    await takeOff(given, slotId);
    await expectUndone(given, moved);
  });

  test("whose row plays something else by now is missing: that row is theirs, and stays", async () => {
    await using given = await givenStation();
    const { slotId } = await given.hold(relay, "20:00", "21:00");
    const edit = async (over: object) => {
      const [kept] = (await given.station.snapshot()).schedule;
      await given.station.put("schedule", { ...kept, ...over } as never);
      given.deps.windows.drop();
    };
    for (const over of [{ stream: streams.parliament }, { file: tracks.jazz }]) {
      await edit(over);
      const theirs = await given.station.snapshot();
      expect((await given.list()).slots).toMatchObject([
        { id: slotId, state: "missing" },
        { kind: "foreign", startsAt: "2026-11-24T20:00:00Z" },
      ]);
      expect(await refused(repair(given, slotId, "ours"))).toMatchObject({ code: "SLOT_OVERLAP" });
      expect(await given.station.snapshot()).toEqual(theirs);
    }
    await repair(given, slotId, "libretime");
    expect([await given.slots(), (await given.heard()).length]).toEqual([[], 1]);
  });

  test("that LibreTime does not know is refused before anything is written, and one that goes meanwhile takes its row along (R303)", async () => {
    await using given = await givenStation();
    expect(
      await expectRefused(given, "STREAM_NOT_FOUND", () =>
        given.hold({ kind: "stream", streamId: 99 }, "20:00", "21:00"),
      ),
    ).toMatchObject({ streamId: 99 });
    const { slotId } = await given.hold(relay, "20:00", "21:00");
    await given.station.remove("webstreams", streams.world);
    given.deps.windows.drop();
    expect((await given.list()).slots).toMatchObject([{ id: slotId, state: "missing" }]);
    expect(await expectRefused(given, "STREAM_NOT_FOUND", () => given.hold(relay, "22:00", "23:00"))).toMatchObject({
      streamId: streams.world,
    });
    await given.deps.mirror.refresh();
    await expectRefused(given, "STREAM_NOT_FOUND", () => repair(given, slotId, "ours"));
  });
});
