import { at, expectRefused, givenStation } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { on, row } from "./given/foreign.test-kit";
import { formatInstant } from "@/domain/time";
import { live, repair, standing, takeOff, undo } from "./given/holds.test-kit";

describe("a live hold", () => {
  test("that LibreTime's pages have deleted is missing, and comes back or is let go", async () => {
    await using given = await givenStation();
    for (const take of ["ours", "libretime"] as const) {
      const { slotId, instanceId } = await given.hold(live, "20:00", "21:00");
      await given.station.remove("show-instances", instanceId);
      await given.deps.mirror.refresh();
      expect((await given.list()).slots).toMatchObject([
        { id: slotId, state: "missing", differences: [{ what: "hold-gone" }] },
      ]);
      expect(await given.deps.inbox.look().then(() => given.deps.inbox.seen())).toMatchObject({
        troubles: [{ what: "drift", blockId: slotId, state: "missing" }],
      });
      expect(await repair(given, slotId, take)).toMatchObject({ success: true });
      expect((await given.list()).slots).toMatchObject(take === "ours" ? [{ id: slotId, state: "on-libretime" }] : []);
      if (take === "ours") await takeOff(given, slotId);
      expect(await standing(given)).toEqual([]);
    }
  });

  test("that LibreTime's pages have moved is followed, or put back", async () => {
    await using given = await givenStation();
    const { slotId, instanceId } = await given.hold(live, "20:00", "21:00");
    const moved = async (id: number) => {
      const home = (await given.station.snapshot())["show-instances"].find((each) => each.id === id)!;
      await given.station.put("show-instances", { ...home, starts_at: on("22:00"), ends_at: on("23:00") } as never);
      await given.deps.mirror.refresh();
    };
    await moved(instanceId);
    expect((await given.list()).slots).toMatchObject([
      { state: "changed", differences: [{ what: "instance-moved", startsAt: on("22:00") }] },
      { id: `instance:${instanceId}`, live: true, startsAt: on("22:00") },
    ]);
    for (const [from, to] of [
      ["20:00", "21:00"],
      ["22:00", "23:00"],
    ] as const)
      await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", from, to));
    await repair(given, slotId, "ours");
    expect(await standing(given)).toEqual([`1 ${on("20:00")}–${on("21:00")}: `]);
    await moved((await given.slots())[0]!.instanceId);
    await repair(given, slotId, "libretime");
    expect((await given.list()).slots).toMatchObject([
      { id: slotId, state: "on-libretime", startsAt: on("22:00"), endsAt: on("23:00") },
    ]);
  });

  test("that is moved days away holds its new time too, against its own show as well, and is followed there", async () => {
    await using given = await givenStation();
    const { slotId, instanceId } = await given.hold(live, "20:00", "21:00");
    const home = (await given.station.snapshot())["show-instances"].find((each) => each.id === instanceId)!;
    await given.station.put("show-instances", {
      ...home,
      starts_at: formatInstant(at("92:00")),
      ends_at: formatInstant(at("93:00")),
    } as never);
    await given.deps.mirror.refresh();
    await expectRefused(given, "SLOT_OVERLAP", () => given.plan("night1", "92:00", "93:00"));
    expect((await given.list("90:00", "96:00")).slots).toMatchObject([
      { id: `instance:${instanceId}`, kind: "foreign", live: true },
    ]);
    await repair(given, slotId, "libretime");
    expect((await given.slots())[0]).toMatchObject({
      id: slotId,
      startsAt: at("92:00"),
      endsAt: at("93:00"),
      instanceId,
    });
  });

  test("that somebody fills is told with what is in it; what is not ours is never deleted, by a repair, a move or an undo", async () => {
    await using given = await givenStation();
    const { slotId, instanceId } = await given.hold(live, "20:00", "21:00");
    const theirs = await row(given, instanceId, "20:10", "20:40");
    expect((await given.list()).slots).toMatchObject([
      {
        id: slotId,
        state: "changed",
        differences: [{ what: "filled", playoutId: theirs, startsAt: on("20:10"), endsAt: on("20:40") }],
      },
      { id: `row:${theirs}`, kind: "foreign" },
    ]);
    expect(await expectRefused(given, "SLOT_OVERLAP", () => repair(given, slotId, "ours"))).toMatchObject({
      conflicts: [{ playoutId: theirs, foreign: true }],
    });
    await given.move(slotId, "22:00", "23:00");
    expect(await given.heard()).toEqual(["20:10–20:40 Kind of Blue"]);
    expect(await expectRefused(given, "SLOT_OVERLAP", () => undo(given))).toMatchObject({
      conflicts: [{ instanceId, foreign: true }],
    });
    const second = (await given.slots())[0]!.instanceId;
    await row(given, second, "22:00", "22:30");
    expect(await repair(given, slotId, "libretime")).toMatchObject({ success: true });
    expect([await given.slots(), await given.heard()]).toEqual([
      [],
      ["20:10–20:40 Kind of Blue", "22:00–22:30 Kind of Blue"],
    ]);
  });
});
