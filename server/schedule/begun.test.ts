import { at, givenStation, makeEpisode, refused, stationShows, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { later, minutes, type Instant } from "@/domain/time";
import { unfinishedOperations } from "@/server/cms/operations";
import { foreign } from "./given/foreign.test-kit";
import { mortal } from "./given/mortal.test-kit";
import { rowFirst } from "./given/row-first.test-kit";
import { history } from "./history";
import { listSlots } from "./list-slots";
import { arrangeMany, stopMany } from "./plan-many";
import { settleAll } from "./settle-open";
import { undoOne } from "./undo-one";

const stretch = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });

/** The kit's clock begins at noon: what is put there is on air at once. */
const NOW = stretch("12:00", "13:00");

/** Grid, journal and station agree: every slot of ours stands as it is kept, nothing else stands, and no act is open. */
async function expectAgreement(given: Given, deps = given.deps): Promise<void> {
  const { schedule, "show-instances": instances } = await given.station.snapshot();
  const slots = await given.slots();
  expect([schedule.map(({ id }) => id).toSorted(), instances.map(({ id }) => id).toSorted()]).toEqual([
    slots.map(({ playoutId }) => playoutId).toSorted(),
    slots.map(({ instanceId }) => instanceId).toSorted(),
  ]);
  expect((await listSlots(deps, { from: at("00:00"), to: at("48:00") })).slots.map(({ state }) => state)).toEqual(
    slots.map(() => "on-libretime"),
  );
  expect(await unfinishedOperations()).toEqual([]);
}

/** One moves to now, the other to 20:00. */
async function givenMoves(given: Given) {
  const [one, two] = [await given.plan("night1", "18:00", "19:00"), await given.plan("tapes", "22:00", "23:00")];
  return {
    one,
    two,
    nowFirst: rowFirst(given.deps, NOW.startsAt),
    changes: [
      { slotId: one.slotId, to: NOW },
      { slotId: two.slotId, to: stretch("20:00", "21:00") },
    ],
  };
}

describe("an act of which a part is on air when it is stopped", () => {
  test.each(["refuse", "500", "html"] as const)(
    "keeps that part; what could not follow (%s) is heard where it was, and named",
    async (kind) => {
      await using given = await givenStation();
      const { one, changes, nowFirst } = await givenMoves(given);
      await given.station.fault({ route: "POST /schedule", kind, nth: 2 });
      const answer = await arrangeMany(nowFirst, given.people.programmer, {
        mode: "all",
        changes,
        idempotencyKey: "k",
      });
      expect(answer).toMatchObject({ success: true, placed: [{ slotId: one.slotId }], refused: [{ index: 1 }] });
      expect(await given.heard()).toEqual(["12:00–13:00 Night Flight #1", "22:00–23:00 Tapes from Leeds"]);
      await expectAgreement(given);
      expect((await history(given.people.programmer, 1))[0]).toMatchObject({ slotCount: 1 });
    },
  );

  test.each([4, 5, 6, 7, 8, 9, 10, 11, 12])(
    "killed after request %i, it leaves nobody silent who was not on air",
    async (nth) => {
      await using given = await givenStation();
      const { one, changes } = await givenMoves(given);
      const { deps, died } = mortal(given.deps, { nth, when: "after" });
      await Promise.race([
        died,
        arrangeMany(deps, given.people.programmer, {
          mode: "all",
          changes: [{ slotId: one.slotId, to: stretch("14:00", "15:00") }, changes[1]!],
        }),
      ]);
      await given.setClock(at("14:10"));
      const again = await given.restarted();
      await settleAll(again);
      expect((await given.heard()).map((each) => each.slice(12))).toEqual(["Night Flight #1", "Tapes from Leeds"]);
      await expectAgreement(given, again);
    },
  );

  test.each([6, 7, 8, 9, 10, 11, 12, 13, 14])(
    "killed after request %i, and settled when the old time is over, it leaves nothing silent that stood at its new time",
    async (nth) => {
      await using given = await givenStation();
      const [one, two] = [await given.plan("night1", "12:30", "13:30"), await given.plan("tapes", "22:00", "23:00")];
      const { deps, died } = mortal(given.deps, { nth, when: "after" });
      const changes = [
        { slotId: one.slotId, to: stretch("18:00", "19:00") },
        { slotId: two.slotId, to: stretch("20:00", "21:00") },
      ];
      await Promise.race([died, arrangeMany(deps, given.people.programmer, { mode: "all", changes })]);
      await given.setClock(at("13:40"));
      const again = await given.restarted();
      await settleAll(again);
      expect((await given.heard()).map((each) => each.slice(12))).toEqual(["Night Flight #1", "Tapes from Leeds"]);
      await expectAgreement(given, again);
    },
  );

  test("stopped by its programmer, the moves that had not begun are as they were", async () => {
    await using given = await givenStation();
    const slots = [];
    for (let hour = 14; hour < 24; hour += 1)
      slots.push(await given.plan(hour % 2 ? "night1" : "tapes", `${hour}:00`, `${hour + 1}:00`));
    const before = await given.heard();
    given.deps.news.subscribe(
      ({ kind }) => void (kind === "progress" && stopMany(given.deps, given.people.programmer, { ofKey: "batch" })),
    );
    const to = (startsAt: Instant) => ({ startsAt, endsAt: later(startsAt, minutes(60)) });
    const changes = slots.map(({ slotId }, index) => ({
      slotId,
      to: to(later(at(index === 0 ? "12:00" : "25:00"), minutes(60 * index))),
    }));
    const answer = await arrangeMany(given.deps, given.people.programmer, {
      mode: "all",
      changes,
      idempotencyKey: "batch",
    });
    expect([answer.placed.length, answer.refused.map(({ index, problem }) => [index, problem.code])]).toEqual([
      1,
      changes.slice(1).map((_, index) => [index + 1, "STOPPED"]),
    ]);
    expect(await given.heard()).toEqual(["12:00–13:00 Tapes from Leeds", ...before.slice(1)]);
    await expectAgreement(given);
  });

  test("what a part that is not there should have replaced stands again", async () => {
    await using given = await givenStation();
    const there = await given.plan("tapes", "22:00", "23:00");
    await given.station.fault({ route: "POST /schedule", kind: "500", nth: 2 });
    const { showId } = given.wish("night1", "22:00", "23:00");
    const second = await makeEpisode(given.shows.night, "Second", tracks.night1);
    await arrangeMany(rowFirst(given.deps, NOW.startsAt), given.people.programmer, {
      mode: "all",
      changes: [
        { showId, episodeId: given.episodes.night1, to: NOW },
        { slotId: there.slotId, to: null },
        { showId, episodeId: second, to: stretch("22:00", "23:00") },
      ],
    });
    expect(await given.heard()).toEqual(["12:00–13:00 Night Flight #1", "22:00–23:00 Tapes from Leeds"]);
    await expectAgreement(given);
  });

  test("says of what was where it should be that it stands there", async () => {
    await using given = await givenStation();
    const { changes, nowFirst } = await givenMoves(given);
    const there = await given.plan("short", "16:00", "17:00");
    await given.station.fault({ route: "POST /schedule", kind: "500", nth: 2 });
    const answer = await arrangeMany(nowFirst, given.people.programmer, {
      mode: "all",
      changes: [...changes, { slotId: there.slotId, to: stretch("16:00", "17:00") }],
    });
    expect([
      answer.placed.map(({ playoutId }) => playoutId).includes(there.playoutId),
      answer.refused.map(({ index }) => index),
    ]).toEqual([true, [1]]);
  });

  test("what it came to is what undo takes back", async () => {
    await using given = await givenStation();
    const { one, changes, nowFirst } = await givenMoves(given);
    await given.station.fault({ route: "POST /schedule", kind: "500", nth: 2 });
    await arrangeMany(nowFirst, given.people.programmer, { mode: "all", changes, idempotencyKey: "k" });
    expect(await refused(undoOne(given.deps, given.people.programmer, { ofKey: "k" }))).toEqual({ code: "ON_AIR" });
    expect(await given.slots()).toMatchObject([{ id: one.slotId, startsAt: NOW.startsAt }, { startsAt: at("22:00") }]);
  });

  test("does not keep what LibreTime saves late of the rest", async () => {
    await using given = await givenStation({ timeoutMs: 600 });
    const { changes, nowFirst } = await givenMoves(given);
    const show = Number((await given.station.snapshot()).shows.find(({ name }) => name === "Tapes")!.id);
    const theirs = [
      await foreign(given, "12:00", "13:00", { show: stationShows.night }),
      await foreign(given, "20:00", "21:00", { show }),
    ];
    await given.station.fault({ route: "POST /schedule", kind: "delay", ms: 4_000, nth: 2 });
    expect(await arrangeMany(nowFirst, given.people.programmer, { mode: "all", changes })).toMatchObject({
      placed: [{}],
      refused: [{ index: 1 }],
    });
    await expect.poll(() => given.heard(), { timeout: 10_000 }).toHaveLength(3);
    await settleAll(given.deps);
    expect(await given.heard()).toEqual(["12:00–13:00 Night Flight #1", "22:00–23:00 Tapes from Leeds"]);
    expect((await given.station.snapshot())["show-instances"].map(({ id }) => id)).toEqual(
      expect.arrayContaining(theirs),
    );
    expect((await history(given.people.programmer, 1))[0]).toMatchObject({ slotCount: 1 });
  });
});
