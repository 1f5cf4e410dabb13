import { at, givenStation, refused, stationShows, tracks, type Given } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { sql } from "@/server/cms/sql";
import { rowsOf } from "@/server/cms/rows-of";
import { foreign, on, row } from "./given/foreign.test-kit";
import { mortal } from "./given/mortal.test-kit";
import {
  becomesAnotherStation,
  confirmed,
  expectUntouched,
  foreignSince,
  reuses,
  type Ids,
} from "./given/reused.test-kit";
import type { Deps } from "./deps";
import { moveOne } from "./move-one";
import { planHold, planOne } from "./plan-one";
import { repairOne } from "./repair-one";
import { settleAll } from "./settle-open";
import { unplanOne } from "./unplan-one";

/** Acts that a process begins and does not end. */
const acts: Readonly<
  Record<
    string,
    {
      readonly before: (given: Given) => Promise<{ readonly slotId: string } | null>;
      readonly act: (deps: Deps, given: Given, slotId: string) => Promise<unknown>;
    }
  >
> = {
  "a plan": {
    before: async () => null,
    act: (deps, given) => planOne(deps, given.people.programmer, given.wish("night1", "20:00", "21:00")),
  },
  "a plan of a new show": {
    before: async () => null,
    act: (deps, given) => planOne(deps, given.people.programmer, given.wish("tapes", "20:00", "21:00")),
  },
  "a live hold": {
    before: async () => null,
    act: (deps, given) =>
      planHold(deps, given.people.programmer, {
        showId: given.shows.night,
        content: { kind: "live" },
        scheduledAt: at("20:00"),
        scheduledEnd: at("21:00"),
      }),
  },
  "a move": {
    before: (given) => given.plan("night1", "20:00", "21:00"),
    act: (deps, given, slotId) =>
      moveOne(deps, given.people.programmer, { slotId, scheduledAt: at("22:00"), scheduledEnd: at("23:00") }),
  },
  "a move of a live hold": {
    before: (given) => given.hold({ kind: "live" }, "20:00", "21:00"),
    act: (deps, given, slotId) =>
      moveOne(deps, given.people.programmer, { slotId, scheduledAt: at("22:00"), scheduledEnd: at("23:00") }),
  },
  "an unplan": {
    before: (given) => given.plan("night1", "20:00", "21:00"),
    act: (deps, given) =>
      unplanOne(deps, given.people.programmer, { episodeId: given.episodes.night1, scheduledAt: at("20:00") }),
  },
};

describe.each(Object.entries(acts))("%s that its process did not end", (_name, { before, act }) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "touches nothing of another station when it is settled (killed after request %i)",
    async (nth) => {
      await using given = await givenStation();
      const earlier = await before(given);
      const { deps, died } = mortal(given.deps, { nth, when: "after" });
      await Promise.race([died, act(deps, given, earlier?.slotId ?? "").catch(() => undefined)]);
      await given.setClock(at("12:01"));
      const again = await given.restarted();
      const theirs = await foreignSince(given, () => becomesAnotherStation(given.station));
      await confirmed(again);
      await settleAll(again).catch(() => undefined);
      await settleAll(await given.restarted()).catch(() => undefined);
      await expectUntouched(given, theirs);
    },
  );
});

describe("an act that fails when its numbers have become others'", () => {
  test("takes back nothing of theirs", async () => {
    await using given = await givenStation();
    const theirs = [
      {
        table: "show-instances" as const,
        row: { id: 1, show: stationShows.jazz, starts_at: on("20:00"), ends_at: on("21:00") },
      },
      {
        table: "schedule" as const,
        row: { id: 1, instance: 1, file: tracks.jazz, starts_at: on("20:00"), ends_at: on("20:45") },
      },
    ];
    await given.station.fault({ route: "GET /schedule", nth: 2, kind: "meanwhile", put: theirs });
    await refused(given.plan("night1", "20:00", "21:00"));
    const { schedule, "show-instances": instances } = await given.station.snapshot();
    expect([instances, schedule]).toMatchObject([[{ id: 1, show: stationShows.jazz }], [{ id: 1, file: tracks.jazz }]]);
  });
});

test("what LibreTime saves late is not looked for in an instance that has become theirs", async () => {
  await using given = await givenStation({ timeoutMs: 600 });
  const used = await foreign(given, "20:00", "22:00", { show: stationShows.night });
  await given.station.fault({ route: "POST /schedule", kind: "hang" });
  expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("LIBRETIME_UNREACHABLE");
  const sent = (await given.station.requests()).find(
    ({ method, path }) => method === "POST" && path.endsWith("/schedule"),
  )!;
  const theirs = await foreignSince(given, async () => {
    await given.station.remove("show-instances", used);
    await given.station.put("show-instances", {
      id: used,
      show: stationShows.night,
      starts_at: on("20:00"),
      ends_at: on("22:00"),
      created_at: "2026-11-24T12:30:00.000001Z",
    });
    await given.station.put("schedule", sent.body as never);
  });
  await settleAll(given.deps);
  await expectUntouched(given, theirs);
});

describe("a slot whose numbers are others' by now", () => {
  const lost = async (given: Given) => {
    const planned = await given.plan("night1", "20:00", "21:00");
    const theirs = await foreignSince(given, () =>
      reuses.find(({ name }) => name.endsWith("so is the row in it, elsewhere"))!.happen(given.station, planned as Ids),
    );
    await confirmed(given.deps);
    return { ...planned, theirs };
  };
  const states = async (given: Given) =>
    (await given.list()).slots.filter(({ kind }) => kind === "planned").map(({ state }) => state);

  test("is missing, and theirs is drawn under its own name", async () => {
    await using given = await givenStation();
    const { instanceId } = await lost(given);
    expect((await given.list()).slots).toMatchObject([
      { state: "missing", startsAt: "2026-11-24T20:00:00Z" },
      {
        id: `instance:${instanceId}`,
        kind: "foreign",
        showName: "Jazz Hour",
        title: "Kind of Blue",
        startsAt: "2026-11-25T02:00:00Z",
      },
    ]);
  });

  test("is put on anew under a new mark where its time is free, and theirs stays", async () => {
    await using given = await givenStation();
    const { slotId, instanceId, theirs } = await lost(given);
    await repairOne(given.deps, given.people.programmer, { slotId, take: "ours" });
    expect(await states(given)).toEqual(["on-libretime"]);
    expect((await given.slots())[0]!.instanceId).not.toBe(instanceId);
    await expectUntouched(given, theirs);
  });

  test("is let go of by an unplan, and by taking LibreTime's: our record goes, and nothing is written to LibreTime", async () => {
    for (const act of [
      (given: Given) => given.unplan("night1", "20:00"),
      (given: Given, slotId: string) =>
        repairOne(given.deps, given.people.programmer, { slotId, take: "libretime" as const }),
    ]) {
      await using given = await givenStation();
      const { slotId } = await lost(given);
      const before = await given.station.snapshot();
      await act(given, slotId);
      expect([await given.slots(), await given.station.snapshot()]).toEqual([[], before]);
    }
  });

  test("is no answer to the same wish: it is planned anew", async () => {
    await using given = await givenStation();
    const { slotId } = await lost(given);
    const again = await given.plan("night1", "20:00", "21:00");
    expect(again).toMatchObject({ slotId, success: true });
    expect(again).not.toHaveProperty("idempotent");
    expect(await given.heard()).toContain("20:00–21:00 Night Flight #1");
  });
});

describe("a slot from before marks were kept", () => {
  const unmark = () => rowsOf(sql`UPDATE slots SET instance_mark = NULL, station_show_id = NULL`);
  const marks = async (given: Given) => (await given.slots()).map(({ mark }) => mark.createdAt);

  test("gets its mark when it is first seen just so, and keeps it", async () => {
    await using given = await givenStation();
    await given.plan("night1", "20:00", "21:00");
    const [before, [slot]] = [await marks(given), await given.slots()];
    await unmark();
    expect((await given.list()).slots).toMatchObject([{ state: "on-libretime" }]);
    expect(await marks(given)).toEqual(before);
    expect((await given.slots())[0]).toEqual(slot);
  });

  test.each([
    ["another time", { starts_at: on("20:10") }],
    ["another file", { file: tracks.jazz }],
  ])("gets none where its row has %s: it is missing, and an unplan deletes nothing", async (_what, over) => {
    await using given = await givenStation();
    const { playoutId } = await given.plan("night1", "20:00", "21:00");
    await unmark();
    const ours = (await given.station.snapshot()).schedule.find(({ id }) => id === playoutId)!;
    await given.station.put("schedule", { ...ours, ...over } as never);
    expect((await given.list()).slots.find(({ kind }) => kind === "planned")).toMatchObject({ state: "missing" });
    expect(await marks(given)).toEqual([null]);
    const before = await given.station.snapshot();
    await given.unplan("night1", "20:00");
    expect(await given.station.snapshot()).toEqual(before);
  });

  test("can be taken off before anybody has looked, when LibreTime has it just so", async () => {
    await using given = await givenStation();
    const empty = await given.station.snapshot();
    await given.plan("night1", "20:00", "21:00");
    await unmark();
    await given.unplan("night1", "20:00");
    expect(await given.station.snapshot()).toEqual(empty);
  });

  test("in the instance of others, too", async () => {
    await using given = await givenStation();
    const used = await foreign(given, "20:00", "22:00", { show: stationShows.night });
    await given.plan("night1", "20:00", "21:00");
    await unmark();
    expect((await given.list()).slots.find(({ kind }) => kind === "planned")).toMatchObject({
      state: "on-libretime",
      instanceId: used,
    });
    await given.unplan("night1", "20:00");
    await row(given, used, "20:00", "20:45");
    expect(await given.heard()).toEqual(["20:00–20:45 Kind of Blue"]);
  });
});
