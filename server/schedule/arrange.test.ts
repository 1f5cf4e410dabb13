import { at, expectRefused, givenStation, makeEpisode, refused, stationShows, tracks } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { later, minutes } from "@/domain/time";
import { foreign } from "./given/foreign.test-kit";
import { history } from "./history";
import { undoOne } from "./undo-one";
import { fresh, many, matter, stretch } from "./given/many.test-kit";

describe("many changes are one act", () => {
  test("what is new, what moves and what goes are judged as one picture, and undone as one", async () => {
    await using given = await givenStation();
    const one = await given.plan("night1", "20:00", "21:00");
    const two = await given.plan("tapes", "21:00", "22:00");
    const before = [await given.heard(), await matter(given)];
    const answer = await many(
      given,
      [
        { slotId: one.slotId, to: stretch("21:00", "22:00") },
        { slotId: two.slotId, to: stretch("20:00", "21:00") },
        fresh(given, "night2", "22:00", "23:00"),
      ],
      { idempotencyKey: "k1" },
    );
    expect(answer).toMatchObject({
      success: true,
      placed: [{ slotId: one.slotId }, { slotId: two.slotId }, {}],
      refused: [],
    });
    expect(await given.heard()).toEqual([
      "20:00–21:00 Tapes from Leeds",
      "21:00–22:00 Night Flight #1",
      "22:00–23:00 Night Flight #2",
    ]);
    expect((await given.list()).slots.map(({ state }) => state)).toEqual([
      "on-libretime",
      "on-libretime",
      "on-libretime",
    ]);
    await undoOne(given.deps, given.people.programmer, { ofKey: "k1" });
    expect([await given.heard(), await matter(given)]).toEqual(before);
    expect((await given.slots()).map(({ id }) => id)).toEqual([one.slotId, two.slotId]);
  });

  test("all or nothing: one conflict refuses the whole, and nothing is written", async () => {
    await using given = await givenStation();
    await foreign(given, "22:30", "23:00");
    const problem = await expectRefused(given, "SLOT_OVERLAP", () =>
      many(given, [fresh(given, "night1", "20:00", "21:00"), fresh(given, "night2", "22:00", "23:00")]),
    );
    expect(problem).toMatchObject({ conflicts: [{ foreign: true }] });
    expect(await given.slots()).toEqual([]);
  });

  test("as many as can be: the others are named with what is in their way", async () => {
    await using given = await givenStation();
    await foreign(given, "22:30", "23:00");
    const answer = await many(
      given,
      [
        fresh(given, "night1", "20:00", "21:00"),
        fresh(given, "night2", "22:00", "23:00"),
        fresh(given, "tapes", "20:30", "21:30"),
        { slotId: "none", to: null },
      ],
      { mode: "best" },
    );
    expect(answer.placed).toHaveLength(1);
    expect(answer.refused.map(({ index, problem }) => [index, problem.code]).toSorted()).toEqual([
      [1, "SLOT_OVERLAP"],
      [2, "SLOT_OVERLAP"],
      [3, "SLOT_NOT_FOUND"],
    ]);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  });

  test("as many as can be: a slot that is being checked is refused alone, with the rehearsal as with the act", async () => {
    await using given = await givenStation({ timeoutMs: 600 });
    const { slotId } = await given.plan("night1", "20:00", "21:00");
    await given.station.fault({ route: "DELETE /schedule/*", kind: "hang", times: "always" });
    expect((await refused(given.move(slotId, "22:00", "23:00"))).code).toBe("OUTCOME_UNKNOWN");
    const changes = [
      fresh(given, "night2", "14:00", "15:00"),
      { slotId, to: stretch("16:00", "17:00") },
      fresh(given, "tapes", "22:30", "23:30"),
    ];
    const why = [
      [1, "OUTCOME_UNKNOWN"],
      [2, "SLOT_OVERLAP"],
    ];
    for (const dryRun of [true, false]) {
      const answer = await many(given, changes, { mode: "best", dryRun });
      expect(answer.refused.map(({ index, problem }) => [index, problem.code])).toEqual(why);
    }
    expect(await given.heard()).toContain("14:00–15:00 Night Flight #2");
    await expectRefused(given, "OUTCOME_UNKNOWN", () => many(given, changes));
  });

  test("two wishes for the same time are in each other's way", async () => {
    await using given = await givenStation();
    await expectRefused(given, "SLOT_OVERLAP", () =>
      many(given, [fresh(given, "night1", "20:00", "21:00"), fresh(given, "tapes", "20:30", "21:30")]),
    );
    await expectRefused(given, "TRACK_OVERLAP", () =>
      many(given, [fresh(given, "night1", "20:00", "21:00"), fresh(given, "night1", "20:30", "21:30")]),
    );
  });

  test("an empty instance of somebody else's takes one of them, as it does one after the other", async () => {
    await using given = await givenStation();
    await foreign(given, "20:00", "21:00", { show: stationShows.night });
    const changes = [fresh(given, "night1", "20:00", "20:30"), fresh(given, "night2", "20:30", "21:00")];
    const together = await expectRefused(given, "SLOT_OVERLAP", () => many(given, changes));
    expect(together).toMatchObject({
      conflicts: [{ kind: "instance", showName: "Night Flight", ...stretch("20:00", "21:00"), foreign: true }],
    });
    const answer = await many(given, changes, { mode: "best" });
    expect([answer.placed.length, answer.refused.map(({ index, problem }) => [index, problem.code])]).toEqual([
      1,
      [[1, "SLOT_OVERLAP"]],
    ]);
    expect(await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night2", "20:30", "21:00"))).toEqual(together);
  });

  test("an instance that one could not use for what else is in its way is there for the next", async () => {
    await using given = await givenStation();
    const home = await foreign(given, "20:00", "21:00", { show: stationShows.night });
    await foreign(given, "20:00", "20:10");
    const answer = await many(
      given,
      [fresh(given, "night1", "20:00", "20:30"), fresh(given, "night2", "20:30", "21:00")],
      { mode: "best" },
    );
    expect([answer.placed.map(({ instanceId }) => instanceId), answer.refused.map(({ index }) => index)]).toEqual([
      [home],
      [0],
    ]);
  });

  test("who is refused is in nobody's way", async () => {
    await using given = await givenStation();
    await foreign(given, "19:30", "20:10");
    const answer = await many(
      given,
      [fresh(given, "night1", "20:00", "21:00"), fresh(given, "night2", "20:30", "21:30")],
      { mode: "best" },
    );
    expect(answer.refused.map(({ index }) => index)).toEqual([0]);
    expect(await given.heard()).toEqual(["20:30–21:30 Night Flight #2"]);
  });

  test.each([{ startsAt: at("22:00"), endsAt: at("23:00") }, null])(
    "a slot is in an act once: asked for twice, nothing is written",
    async (to) => {
      await using given = await givenStation();
      const { slotId } = await given.plan("night1", "18:00", "19:00");
      await expectRefused(given, "MALFORMED_REQUEST", () =>
        many(given, [
          { slotId, to: stretch("20:00", "21:00") },
          { slotId, to },
        ]),
      );
      expect(await given.heard()).toEqual(["18:00–19:00 Night Flight #1"]);
    },
  );

  test("what is to be where it is already is left alone and counted, holds its time, and is written anew only when LibreTime has lost it", async () => {
    await using given = await givenStation();
    const { slotId, instanceId, playoutId } = await given.plan("night1", "20:00", "21:00");
    const same = { slotId, to: stretch("20:00", "21:00") };
    const before = await given.station.snapshot();
    expect(await many(given, [same])).toEqual({
      success: true,
      placed: [{ slotId, instanceId, playoutId }],
      refused: [],
    });
    expect([await given.station.snapshot(), await given.slots()]).toMatchObject([before, [{ id: slotId, version: 1 }]]);
    await expectRefused(given, "SLOT_OVERLAP", () => many(given, [same, fresh(given, "night2", "20:30", "21:30")]));
    const both = await many(given, [same, fresh(given, "night2", "21:00", "22:00")]);
    expect([both.placed.map((each) => each.playoutId).toSorted(), (await given.slots())[0]!.version]).toEqual([
      [playoutId, playoutId + 1],
      1,
    ]);
    await given.station.remove("schedule", playoutId);
    await many(given, [same]);
    expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "21:00–22:00 Night Flight #2"]);
  });

  test("a rehearsal says the same and writes nothing", async () => {
    await using given = await givenStation();
    const before = await given.station.snapshot();
    expect(await many(given, [fresh(given, "short", "20:00", "21:00")], { dryRun: true })).toMatchObject({
      dryRun: true,
      refused: [],
      warnings: [{ code: "DEAD_AIR", seconds: 120 }],
    });
    expect(await given.station.snapshot()).toEqual(before);
  });

  test("a new show is made once for all its slots", async () => {
    await using given = await givenStation();
    const episodes = await Promise.all(
      [1, 2, 3, 4, 5].map((number) => makeEpisode(given.shows.tapes, `Tape ${number}`, tracks.tapes)),
    );
    await many(
      given,
      episodes.map((episodeId, index) => ({
        showId: given.shows.tapes,
        episodeId,
        to: { startsAt: later(at("14:00"), minutes(60 * index)), endsAt: later(at("14:00"), minutes(60 * index + 60)) },
      })),
    );
    const { shows, schedule } = await given.station.snapshot();
    expect([shows.filter(({ name }) => name === "Tapes").length, schedule.length]).toEqual([1, 5]);
  });
});

test("the history says who did what to which slots, newest first, and what can be taken back", async () => {
  await using given = await givenStation();
  const { slotId } = await given.plan("night1", "20:00", "21:00");
  await given.setClock(at("12:01"));
  await given.move(slotId, "22:00", "23:00");
  await given.plan("night2", "22:30", "23:30").catch(() => undefined);
  expect(await history(given.people.admin, 10)).toEqual([
    {
      operationId: expect.any(String),
      kind: "move",
      state: "done",
      at: "2026-11-24T12:01:00Z",
      who: "Ada the programmer",
      isMine: false,
      slotCount: 1,
      canUndo: true,
      tookLibreTimes: false,
      undoes: null,
      isUndone: false,
      slots: [
        {
          title: "Night Flight, night1",
          showName: "Night Flight",
          from: "2026-11-24T20:00:00Z",
          fromEnds: "2026-11-24T21:00:00Z",
          to: "2026-11-24T22:00:00Z",
          toEnds: "2026-11-24T23:00:00Z",
        },
      ],
    },
    expect.objectContaining({
      kind: "plan",
      slots: [expect.objectContaining({ from: null, to: "2026-11-24T20:00:00Z" })],
    }),
  ]);
});
