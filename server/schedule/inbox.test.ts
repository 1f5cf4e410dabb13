import { at, givenStation, stationShows, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { hours, later } from "@/domain/time";
import type { KnownTrouble } from "@/domain/troubles";
import { foreign, on, row } from "./given/foreign.test-kit";
import { createInboxWatch } from "./inbox";
import { repairOne } from "./repair-one";

const look = (given: Given) => given.deps.inbox.look();
const listed = async (given: Given) => (await given.deps.inbox.seen()).troubles;
/** "drift Night Flight, night1 20:00", "gap 21:00"; with an exclamation mark for a danger. */
const short = ({ what, danger, title, startsAt }: KnownTrouble) =>
  [`${what}${danger ? "!" : ""}`, title, startsAt.slice(11, 16)].filter(Boolean).join(" ");
const found = async (given: Given) => {
  await look(given);
  return (await listed(given)).map(short);
};
/** What somebody does to a row, an instance or a file in LibreTime's own pages. */
async function edit(given: Given, table: "schedule" | "files", id: number, over: object): Promise<void> {
  const before = (await given.station.snapshot())[table].find((each) => each.id === id)!;
  await given.station.put(table, { ...before, ...over } as never);
  await given.deps.mirror.refresh();
}
const inDays = (days: number, hour: number) => `${24 * days + hour}:00`;

describe("everything that is wrong in the coming weeks is found by the comparison", () => {
  test("all coming slots are compared, in every week, and whoever listens hears of it once", async () => {
    await using given = await givenStation();
    const { playoutId } = await given.plan("night1", "20:00", "21:00");
    const inThreeWeeks = await given.plan("night2", inDays(21, 20), inDays(21, 21));
    expect(await listed(given)).toEqual([]);
    await given.station.remove("schedule", inThreeWeeks.playoutId);
    await edit(given, "schedule", playoutId, { starts_at: on("20:05") });
    let heard = 0;
    given.deps.news.subscribe(({ kind }) => (heard += kind === "slots-changed" ? 1 : 0));
    for (const _ of [1, 2]) await look(given);
    expect(heard).toBe(1);
    const { troubles, asOf } = await given.deps.inbox.seen();
    expect(asOf).toBe("2026-11-24T12:00:00Z");
    expect(troubles).toMatchObject([
      {
        what: "drift",
        danger: true,
        blockId: inThreeWeeks.slotId,
        state: "missing",
        startsAt: "2026-12-15T20:00:00Z",
        differences: [{ what: "row-gone" }],
      },
      {
        what: "drift",
        danger: false,
        state: "changed",
        title: "Night Flight, night1",
        startsAt: "2026-11-24T20:00:00Z",
        differences: [{ what: "row-moved", startsAt: "2026-11-24T20:05:00Z" }],
      },
    ]);
  });

  test("a track that goes away, in whatever way, and is there again", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await given.plan("night2", inDays(8, 20), inDays(8, 21));
    await edit(given, "files", tracks.night1, { exists: false });
    await edit(given, "files", tracks.night2, { hidden: true });
    expect(await found(given)).toEqual(["track! Night Flight, night1 20:00", "track! Night Flight, night2 20:00"]);
    expect(await listed(given)).toMatchObject([{ reason: "gone" }, { reason: "hidden" }]);
    expect((await given.list()).slots).toMatchObject([{ state: "on-libretime", notReady: "gone" }]);
    for (const id of [tracks.night1, tracks.night2]) await edit(given, "files", id, { exists: true, hidden: false });
    expect(await found(given)).toEqual([]);
    given.deps.windows.drop();
    expect((await given.list()).slots[0]).not.toHaveProperty("notReady");
  });

  test("a slot that LibreTime's pages put over ours, filled or empty, and the same track a second time", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    await given.plan("night2", "22:00", "23:00");
    const over = await foreign(given, "20:30", "21:30");
    await row(given, over, "20:30", "21:15");
    const twin = await foreign(given, "22:15", "22:45", { show: stationShows.night });
    await row(given, twin, "22:15", "22:45", { file: tracks.night2 });
    await foreign(given, "22:50", "23:30");
    expect(await found(given)).toEqual([
      "doubled! Night Flight, night1 20:00",
      "drift! Night Flight, night2 22:00",
      "gap 21:30",
      "doubled Night Flight, night2 22:00",
    ]);
    expect((await listed(given))[0]).toMatchObject({
      by: { showName: "Jazz Hour", startsAt: "2026-11-24T20:30:00Z", endsAt: "2026-11-24T21:30:00Z" },
    });
  });

  test("a row of LibreTime's own that silences the station, told at what is left of its slot where it lies", async () => {
    await using given = await givenStation();
    const shared = await foreign(given, "19:00", "22:00", { show: stationShows.night });
    await given.plan("night1", "20:00", "21:00");
    const theirs = await row(given, shared, "21:00", "22:00");
    await edit(given, "schedule", theirs, { fade_out: null });
    expect(await given.heard()).toEqual([expect.stringMatching(/^nothing: /)]);
    expect(await found(given)).toEqual(["silences! Kind of Blue 21:00"]);
    await edit(given, "schedule", theirs, { fade_out: "00:00:00.500000" });
    expect(await found(given)).toEqual([]);
  });

  test("a row of ours that somebody moved and took the fade of is told once", async () => {
    await using given = await givenStation();
    const { playoutId } = await given.plan("night1", "20:00", "21:00");
    await edit(given, "schedule", playoutId, { starts_at: "2026-11-24T19:30:00Z", fade_in: null });
    expect(await found(given)).toEqual(["drift! Night Flight, night1 20:00"]);
  });

  test("a cut, dead air in a slot, and silence between two; what rounding leaves is none", async () => {
    await using given = await givenStation();
    await given.plan("long", "20:00", "21:00");
    await given.plan("night1", "21:30", "23:00");
    await given.plan("short", "23:00", "24:00");
    expect(await found(given)).toEqual([
      "cut Night Flight, long 20:00",
      "gap 21:00",
      "dead-air Night Flight, night1 21:30",
    ]);
    expect(await listed(given)).toMatchObject([{ seconds: 120 }, { seconds: 1800 }, { seconds: 1800 }]);
  });

  test("silence between slots is told for two weeks, what is wrong with a slot for as long as it is planned", async () => {
    await using given = await givenStation();
    for (const [first, second, day] of [
      ["night1", "cued", 10],
      ["long", "night2", 20],
    ] as const) {
      await given.plan(first, inDays(day, 12), inDays(day, 13));
      await given.plan(second, inDays(day, 14), `${24 * day + 14}:30`);
    }
    expect(await found(given)).toEqual(["gap 13:00", "cut Night Flight, long 12:00", "cut Night Flight, night2 14:00"]);
  });
});

test("the newest comes first, and when it was first seen outlives the process", async () => {
  await using given = await givenStation();
  const [first, second] = [
    await given.plan("night1", "20:00", "21:00"),
    await given.plan("night2", inDays(1, 20), inDays(1, 21)),
  ];
  await given.station.remove("schedule", second.playoutId);
  await look(given);
  await given.setClock(later(at("12:00"), hours(3)));
  await given.deps.mirror.refresh();
  await given.station.remove("schedule", first.playoutId);
  const again = await given.restarted();
  expect((await again.inbox.seen()).troubles.map(({ blockId, since }) => [blockId, since])).toEqual([
    [first.slotId, "2026-11-24T15:00:00Z"],
    [second.slotId, "2026-11-24T12:00:00Z"],
  ]);
  await (again as typeof given.deps & { close: () => Promise<void> }).close();
});

test("LibreTime is asked once for each week that has slots of ours, and nobody who asks later waits for it", async () => {
  await using given = await givenStation();
  await given.plan("night1", "20:00", "21:00");
  await given.plan("long", "21:00", "22:00");
  await given.plan("night2", inDays(21, 20), inDays(21, 21));
  expect(await given.requestsOf(() => look(given))).toEqual(["GET /schedule", "GET /schedule"]);
  await given.setClock(at("12:02"));
  await given.station.fault({ route: "GET /schedule", kind: "delay", ms: 500 });
  expect(await given.deps.inbox.seen()).toMatchObject({
    asOf: "2026-11-24T12:00:00Z",
    troubles: [{ what: "cut" }],
  });
  await look(given);
  expect((await given.deps.inbox.seen()).asOf).toBe("2026-11-24T12:02:00Z");
});

test("what was mended is not listed any more, before everything is compared again", async () => {
  await using given = await givenStation();
  const planned = [await given.plan("night1", "20:00", "21:00"), await given.plan("night2", "21:00", "22:00")] as const;
  for (const [index, { playoutId }] of planned.entries())
    await edit(given, "schedule", playoutId, { starts_at: on(`2${index}:05`) });
  await look(given);
  const ids = async () => (await listed(given)).map(({ blockId }) => blockId);
  const repair = (slotId: string, take: "ours" | "libretime") =>
    repairOne(given.deps, given.people.programmer, { slotId, take });
  expect(await ids()).toEqual(planned.map(({ slotId }) => slotId));
  await repair(planned[0].slotId, "ours");
  expect(await ids()).toEqual([planned[1].slotId]);
  await repair(planned[1].slotId, "libretime");
  expect(await ids()).toEqual([]);
});

test("what an act changes while all is compared is no trouble", async () => {
  await using given = await givenStation();
  const { slotId } = await given.plan("night1", "20:00", "21:00");
  await given.plan("night2", "23:00", "24:00");
  const { schedule } = given.deps.libretime;
  const window: typeof schedule.window = async (asked) => {
    const rows = await schedule.window(asked);
    await given.move(slotId, "22:00", "23:00");
    return rows;
  };
  const libretime = { ...given.deps.libretime, schedule: { ...schedule, window } };
  const inbox = createInboxWatch(() => ({ ...given.deps, libretime }));
  await inbox.look();
  expect((await inbox.seen()).troubles).toEqual([]);
});

test("while LibreTime does not answer, what was seen last stays, with its time", async () => {
  await using given = await givenStation();
  const { playoutId } = await given.plan("night1", "20:00", "21:00");
  await given.station.remove("schedule", playoutId);
  await look(given);
  await given.setClock(at("12:10"));
  await given.station.goAway();
  await expect(look(given)).rejects.toMatchObject({ problem: { code: "LIBRETIME_UNREACHABLE" } });
  const { asOf, troubles } = await given.deps.inbox.seen();
  expect([asOf, troubles.map(short)]).toEqual(["2026-11-24T12:00:00Z", ["drift! Night Flight, night1 20:00"]]);
  await given.station.comeBack();
});
