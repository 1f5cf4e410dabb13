import { describe, expect, test } from "vitest";
import type { DifferenceView, Slot } from "@/domain/slots";
import { requestOf } from "./act-request";
import { attemptOf, blocksOf, canBeUndone, isUnderWay, withAttempts } from "./attempts";
import { cargoOfSlot } from "./cargo";
import { placed } from "./placed-slot";
import { changeOf, reversed } from "./slot-change";
import type { WayOut } from "./ways-out";

const kiln: Slot = {
  id: "slot-1",
  kind: "planned",
  state: "on-libretime",
  startsAt: "2026-12-08T11:00:00Z",
  endsAt: "2026-12-08T12:00:00Z",
  title: "Cones and draughts",
  showName: "Kiln",
  colour: null,
  episodeId: "e-1",
  showId: "s-1",
  playoutIds: [4],
  trackIds: [7],
  trackSeconds: 3600,
  locked: false,
  live: false,
  warnings: [],
  version: 5,
};
const evening = {
  startsAt: placed({ ...kiln, startsAt: "2026-12-08T20:00:00Z" }).startsAt,
  endsAt: placed({ ...kiln, endsAt: "2026-12-08T21:00:00Z" }).endsAt,
};
const { startsAt, endsAt } = placed(kiln);
const noon = { startsAt, endsAt };
const cargo = cargoOfSlot(placed(kiln))!;
const { from: _, ...alone } = cargo;
const fromLibrary = { ...alone, episodeId: "e-9", title: "Slip and glaze" };
const push: WayOut = {
  kind: "push-later",
  token: "seen",
  headline: "",
  detail: "",
  spoken: "",
  effects: [
    { slotId: null, before: null, after: noon },
    { slotId: "slot-1", before: noon, after: evening },
  ],
  changes: [changeOf(fromLibrary, noon), changeOf(cargo, evening)],
};
const missing: Slot = { ...kiln, state: "missing", differences: [{ what: "row-gone" }] };
const repair = attemptOf("repair", cargo, placed(kiln), { repair: { take: "ours", slot: placed(missing) } });
const shown = (slots: readonly Slot[], ...attempts: Parameters<typeof withAttempts>[1]) =>
  withAttempts(slots, attempts).map(({ id, slot }) => `${id} ${slot.state} ${slot.startsAt.slice(11, 16)}`);

describe("what is sent", () => {
  test("a move names the version that was seen", () => {
    const move = attemptOf("place", cargo, evening);
    expect(requestOf(move)).toMatchObject({
      act: "moveOne",
      input: { slotId: "slot-1", version: 5, scheduledAt: "2026-12-08T20:00:00Z", idempotencyKey: move.key },
    });
  });
  test("a way out is sent as it was painted, with the token of what it rests on", () => {
    const noon = { startsAt: "2026-12-08T11:00:00Z", endsAt: "2026-12-08T12:00:00Z" };
    expect(requestOf(attemptOf("place", fromLibrary, placed(kiln), { way: push }))).toMatchObject({
      act: "takeWayOut",
      input: {
        showId: "s-1",
        episodeId: "e-9",
        token: "seen",
        option: {
          kind: "push-later",
          effects: [
            { slotId: null, before: null, after: noon },
            { slotId: "slot-1", before: noon, after: { startsAt: "2026-12-08T20:00:00Z" } },
          ],
        },
      },
    });
  });
  test("what holds no episode is planned as what it is, and goes by its slot; a way out of it says what comes", () => {
    const hold: Slot = {
      ...kiln,
      episodeId: undefined,
      trackSeconds: undefined,
      live: true,
      title: "Studio 1",
      content: { kind: "live" },
    };
    const held = cargoOfSlot(placed(hold))!;
    const { from: _from, ...fresh } = held;
    const content = { kind: "live", title: "Studio 1" };
    const plan = attemptOf("place", fresh, evening);
    expect(requestOf(plan)).toEqual({
      act: "planHold",
      input: {
        showId: "s-1",
        content,
        scheduledAt: "2026-12-08T20:00:00Z",
        scheduledEnd: "2026-12-08T21:00:00Z",
        idempotencyKey: plan.key,
      },
    });
    expect(requestOf(attemptOf("place", held, evening))).toMatchObject({ act: "moveOne", input: { slotId: "slot-1" } });
    expect(requestOf(attemptOf("unplan", held, placed(hold)))).toMatchObject({
      act: "planMany",
      input: { changes: [{ slotId: "slot-1", to: null }] },
    });
    expect(requestOf(attemptOf("place", fresh, evening, { way: push }))).toMatchObject({
      act: "takeWayOut",
      input: { showId: "s-1", content },
    });
    expect(shown([{ ...hold, startsAt: "2026-12-08T20:00:00Z", endsAt: "2026-12-08T21:00:00Z" }], plan)).toHaveLength(
      1,
    );
  });
  test("a repair says whose version counts; trying again is the same request, another gesture has another key", () => {
    expect(requestOf(repair)).toEqual({
      act: "repairOne",
      input: { slotId: "slot-1", take: "ours", idempotencyKey: repair.key },
    });
    expect(requestOf({ ...repair, problem: { code: "NO_ANSWER", sentence: "", conflicts: [] } })).toEqual(
      requestOf(repair),
    );
    expect(attemptOf("repair", cargo, placed(kiln)).key).not.toBe(repair.key);
  });
  test("a repair is taken back only where LibreTime's was taken, and its time is not somebody else's by now", () => {
    const theirs = (difference: DifferenceView) =>
      attemptOf("repair", cargo, placed(kiln), {
        repair: { take: "libretime", slot: placed({ ...missing, differences: [difference] }) },
      });
    const filled = { what: "filled", playoutId: 9, startsAt: missing.startsAt, endsAt: missing.endsAt } as const;
    expect([
      canBeUndone(repair),
      canBeUndone(theirs({ what: "row-gone" })),
      canBeUndone(theirs({ what: "hold-gone" })),
      canBeUndone(theirs(filled)),
    ]).toEqual([false, true, true, false]);
  });
});

describe("a double click is one act", () => {
  test("what is under way is not done again, nor anything else with the same slot", () => {
    expect(isUnderWay([repair], repair)).toBe(true);
    expect(isUnderWay([repair], attemptOf("unplan", cargo, placed(kiln)))).toBe(true);
    expect(isUnderWay([attemptOf("place", fromLibrary, evening)], attemptOf("place", fromLibrary, evening))).toBe(true);
    expect(
      isUnderWay([attemptOf("place", fromLibrary, noon, { way: push })], attemptOf("unplan", cargo, placed(kiln))),
    ).toBe(true);
  });
  test("another slot, the same episode at another time, and what was refused are not under way", () => {
    expect(isUnderWay([repair], attemptOf("place", fromLibrary, evening))).toBe(false);
    expect(isUnderWay([attemptOf("place", fromLibrary, evening)], attemptOf("place", fromLibrary, placed(kiln)))).toBe(
      false,
    );
    expect(isUnderWay([{ ...repair, problem: { code: "NO_ANSWER", sentence: "", conflicts: [] } }], repair)).toBe(
      false,
    );
  });
});

describe("how it is drawn meanwhile", () => {
  test("a way out is drawn with all its effects, and so is what takes it back", () => {
    const way = attemptOf("place", fromLibrary, noon, { way: push });
    expect(shown([kiln], way)).toEqual([`${way.block.id} saving 11:00`, `${way.block.id}:1 saving 20:00`]);
    const changes = reversed(push.changes, "slot-9");
    const there: Slot[] = [
      { ...kiln, id: "slot-9", episodeId: "e-9" },
      { ...kiln, startsAt: "2026-12-08T20:00:00Z", endsAt: "2026-12-08T21:00:00Z" },
    ];
    expect(
      withAttempts(there, [{ problem: null, changes, blocks: blocksOf("undo", changes) }]).map(
        ({ slot }) => `${slot.title} ${slot.state} ${slot.startsAt.slice(11, 16)}`,
      ),
    ).toEqual(["Cones and draughts saving 11:00"]);
  });
  test("what is being repaired stands where it was, as being saved, and once", () => {
    expect(shown([missing, { ...missing, id: "slot-1/to", state: "saving" }], repair)).toEqual(["slot-1 saving 11:00"]);
  });
  test("what is being repaired has no silence of its own yet: what LibreTime lacks of it is what is being written", () => {
    const silent: Slot = { ...missing, heard: [], warnings: [{ code: "DEAD_AIR", seconds: 3600 }] };
    const [shownAs] = withAttempts([silent], [{ problem: null, changes: repair.changes, blocks: [] }]);
    expect(shownAs?.slot).toMatchObject({ state: "saving", warnings: [] });
    expect(shownAs?.slot).not.toHaveProperty("heard");
  });
  test("what this page moves is shown at its new place alone, whatever the server knows by then", () => {
    const move = attemptOf("place", cargo, evening);
    const both: Slot[] = [
      { ...kiln, state: "saving", startsAt: "2026-12-08T20:00:00Z", endsAt: "2026-12-08T21:00:00Z" },
      { ...kiln, id: "slot-1/from", state: "saving" },
    ];
    expect(shown(both, move)).toEqual([`${move.block.id} saving 20:00`]);
  });
  test("what somebody else moves is shown at both of its places, and once when they are the same", () => {
    const checking: Slot = { ...kiln, state: "checking", locked: true };
    expect(
      shown([
        checking,
        { ...checking, id: "slot-1/to", startsAt: "2026-12-08T20:00:00Z", endsAt: "2026-12-08T21:00:00Z" },
      ]),
    ).toHaveLength(2);
    expect(shown([checking, { ...checking, id: "slot-1/to" }])).toEqual(["slot-1 checking 11:00"]);
  });
  test("what is being saved or checked cannot be picked up", () => {
    for (const state of ["saving", "checking"] as const) expect(cargoOfSlot(placed({ ...kiln, state }))).toBeNull();
  });
});
