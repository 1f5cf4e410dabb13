import { at, expectRefused, givenStation, refused } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import type { FaultKind } from "@/station/station";
import { settleAll } from "./settle-open";
import { IMPATIENT, outcomeOf, patienceFor } from "./given/failing.test-kit";

/** The ones that differ where the step before is already proven. */
const telling = [
  "cut-before",
  "cut-after-saving",
  "500",
  "500-but-saved",
  "hang",
] as const satisfies readonly FaultKind[];

describe.each(["DELETE /schedule/*", "DELETE /show-instances/*"])("an unplan whose %s", (route) => {
  test.each(telling)("meets %s is done all the same: an id is deleted again when it still stands", async (kind) => {
    await using given = await givenStation(patienceFor(kind));
    const before = await given.station.snapshot();
    await given.plan("night1", "20:00", "21:00");
    await given.station.fault({ route, kind });
    expect(await given.unplan("night1", "20:00")).toEqual({ success: true });
    expect(await given.station.snapshot()).toEqual(before);
    expect(await given.slots()).toEqual([]);
  });
});

test("an unplan whose row LibreTime never deletes leaves it planned", async () => {
  await using given = await givenStation();
  await given.plan("night1", "20:00", "21:00");
  await given.station.fault({ route: "DELETE /schedule/*", kind: "500", times: "always" });
  await expectRefused(given, "LIBRETIME_ANSWER", () => given.unplan("night1", "20:00"));
  expect((await given.list()).slots).toMatchObject([{ kind: "planned", state: "on-libretime" }]);
});

test("an unplan whose empty instance LibreTime never deletes is off the air, and the journal keeps the instance to be settled", async () => {
  await using given = await givenStation();
  const { instanceId } = await given.plan("night1", "20:00", "21:00");
  await given.station.fault({ route: "DELETE /show-instances/*", kind: "500", times: "always" });
  expect(await given.unplan("night1", "20:00")).toEqual({ success: true });
  expect(await given.heard()).toEqual([]);
  expect(await given.lastOperation()).toMatchObject({
    state: "unknown",
    answer: { success: true },
    steps: expect.arrayContaining([expect.objectContaining({ what: "delete-instance", libretimeId: instanceId })]),
  });
});

const readsOfMove = ["GET /schedule", "GET /schedule/*", "GET /show-instances/*"].flatMap(
  (route) =>
    [
      [route, "500"],
      [route, "hang"],
    ] as const,
);

const writesOfMove = [
  "POST /show-instances",
  "POST /schedule",
  "DELETE /schedule/*",
  "DELETE /show-instances/*",
].flatMap((route) => telling.map((kind) => [route, kind] as const));

describe("a move whose", () => {
  test.each([...readsOfMove, ...writesOfMove])(
    "%s meets %s is never silence: the slot is heard at one time or the other",
    async (route, kind) => {
      await using given = await givenStation(patienceFor(kind));
      const { slotId } = await given.plan("night1", "20:00", "21:00");
      await given.station.fault({ route, kind });
      const outcome = await outcomeOf(given.move(slotId, "22:00", "23:00"));
      expect(await given.heard()).toEqual([
        outcome === "success" ? "22:00–23:00 Night Flight #1" : "20:00–21:00 Night Flight #1",
      ]);
      expect(await given.slots()).toMatchObject([{ startsAt: at(outcome === "success" ? "22:00" : "20:00") }]);
      expect((await given.station.snapshot())["show-instances"]).toHaveLength(1);
    },
  );
});

test("a move whose old row LibreTime will not delete goes back to where it was", async () => {
  await using given = await givenStation();
  const { slotId } = await given.plan("night1", "20:00", "21:00");
  await given.station.fault({ route: "DELETE /schedule/1", kind: "500", times: "always" });
  await expectRefused(given, "LIBRETIME_ANSWER", () => given.move(slotId, "22:00", "23:00"));
  expect(await given.slots()).toMatchObject([{ id: slotId, startsAt: at("20:00") }]);
});

test("a move whose old row nobody knows to be gone keeps both: too much on air is better than silence", async () => {
  await using given = await givenStation(IMPATIENT);
  const { slotId } = await given.plan("night1", "20:00", "21:00");
  await given.station.fault({ route: "DELETE /schedule/1", kind: "hang", times: "always" });
  expect(await refused(given.move(slotId, "22:00", "23:00"))).toMatchObject({ code: "OUTCOME_UNKNOWN" });
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "22:00–23:00 Night Flight #1"]);
  expect((await given.list()).slots).toMatchObject([
    { id: `${slotId}/from`, state: "checking" },
    { id: slotId, state: "checking" },
  ]);
  expect((await given.lastOperation()).state).toBe("unknown");
  expect(await refused(given.unplan("night1", "22:00"))).toMatchObject({ code: "OUTCOME_UNKNOWN" });
  await given.station.clearFaults();
  await given.setClock(at("12:01"));
  await settleAll(given.deps);
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1"]);
  expect((await given.list()).slots).toMatchObject([
    { id: slotId, state: "on-libretime", startsAt: "2026-11-24T20:00:00Z" },
  ]);
});

test("a replacement that fails half-way puts back what it had already taken off, under its own id", async () => {
  await using given = await givenStation();
  const first = await given.plan("night1", "20:00", "21:00");
  const second = await given.plan("tapes", "21:00", "22:00");
  await given.station.fault({ route: `DELETE /schedule/${second.playoutId}`, kind: "500", times: "always" });
  expect((await refused(given.replace([first.slotId, second.slotId], "night2", "20:30", "21:30"))).code).toBe(
    "LIBRETIME_ANSWER",
  );
  expect(await given.heard()).toEqual(["20:00–21:00 Night Flight #1", "21:00–22:00 Tapes from Leeds"]);
  expect(await given.slots()).toMatchObject([{ id: first.slotId, startsAt: at("20:00") }, { id: second.slotId }]);
  expect((await given.list()).slots.map(({ state }) => state)).toEqual(["on-libretime", "on-libretime"]);
});
