import { at, givenStation, refused } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { on } from "./given/foreign.test-kit";
import { repairOne } from "./repair-one";
import { settleAll } from "./settle-open";
import { undoOne } from "./undo-one";
import { IMPATIENT } from "./given/failing.test-kit";

describe("while nobody knows how an act ended", () => {
  test("its time is held, also against who only asks, and everybody is told when it is free", async () => {
    await using given = await givenStation();
    await given.station.fault({ route: "POST /show-instances", kind: "cut-before" });
    await given.station.fault({ route: "GET /show-instances", kind: "500", times: "always" });
    expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("OUTCOME_UNKNOWN");
    for (const dryRun of [true, false]) {
      expect(await refused(given.plan("night2", "20:30", "21:30", { dryRun }))).toMatchObject({
        code: "SLOT_OVERLAP",
        conflicts: [{ foreign: false, startsAt: at("20:00") }],
      });
    }
    await given.station.clearFaults();
    let heard = 0;
    given.deps.news.subscribe(({ kind }) => (heard += kind === "slots-changed" ? 1 : 0));
    await settleAll(given.deps);
    expect(heard).toBe(1);
    expect(await given.plan("night2", "20:30", "21:30")).toMatchObject({ success: true });
  });

  test("what may be on is not told to be off", async () => {
    await using given = await givenStation();
    await given.station.fault({ route: "GET /schedule", kind: "500", nth: 2, times: "always" });
    expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("OUTCOME_UNKNOWN");
    await given.station.clearFaults();
    await given.station.fault({ route: "GET /schedule/*", kind: "500", times: "always" });
    expect((await refused(given.unplan("night1", "20:00"))).code).toBe("OUTCOME_UNKNOWN");
    await given.station.clearFaults();
    expect(await given.unplan("night1", "20:00")).toEqual({ success: true });
    expect(await given.heard()).toEqual([]);
  });

  test("what may go off is not told to be on", async () => {
    await using given = await givenStation(IMPATIENT);
    await given.plan("night1", "20:00", "21:00");
    await given.station.fault({ route: "DELETE /schedule/*", kind: "hang", times: "always" });
    expect((await refused(given.unplan("night1", "20:00"))).code).toBe("OUTCOME_UNKNOWN");
    expect((await refused(given.plan("night1", "20:00", "21:00"))).code).toBe("OUTCOME_UNKNOWN");
  });

  test("what its slot was before is not told to be stale", async () => {
    await using given = await givenStation(IMPATIENT);
    const { slotId } = await given.plan("night1", "20:00", "21:00", { idempotencyKey: "plan" });
    await given.station.fault({ route: "DELETE /schedule/*", kind: "hang", times: "always" });
    expect((await refused(given.move(slotId, "22:00", "23:00"))).code).toBe("OUTCOME_UNKNOWN");
    for (const idempotencyKey of [undefined, "undo"]) {
      expect(
        (await refused(undoOne(given.deps, given.people.programmer, { ofKey: "plan", idempotencyKey }))).code,
      ).toBe("OUTCOME_UNKNOWN");
    }
  });

  test("our record does not follow LibreTime", async () => {
    await using given = await givenStation(IMPATIENT);
    const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
    await given.station.fault({ route: "DELETE /schedule/*", kind: "hang", times: "always" });
    expect((await refused(given.unplan("night1", "20:00"))).code).toBe("OUTCOME_UNKNOWN");
    const before = (await given.station.snapshot()).schedule.find(({ id }) => id === playoutId)!;
    await given.station.put("schedule", { ...before, starts_at: on("20:10") } as never);
    expect((await refused(repairOne(given.deps, given.people.programmer, { slotId, take: "libretime" }))).code).toBe(
      "OUTCOME_UNKNOWN",
    );
    expect(await given.slots()).toMatchObject([{ id: slotId, playoutId }]);
  });
});
