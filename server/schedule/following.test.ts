import { at, expectRefused, givenStation, type Given, type Planned } from "./given/given.test-kit";
import { describe, expect, test } from "vitest";
import { findOperation } from "@/server/cms/operations";
import type { SlotRecord } from "@/server/cms/records";
import { findSlot } from "@/server/cms/slots";
import { createSlot, deleteSlot, updateSlot } from "@/server/cms/slots.test-kit";
import { sql } from "@/server/cms/sql";
import { rowsOf } from "@/server/cms/rows-of";
import { on } from "./given/foreign.test-kit";
import { history } from "./history";
import { repairOne } from "./repair-one";
import { settleAll } from "./settle-open";
import { undoOne } from "./undo-one";

type Where = "with its show" | "alone";

/** "Night Flight #1" at 20:00, which somebody has moved in LibreTime: with its show to 22:00, or alone and ten minutes late. */
async function drifted(given: Given, where: Where): Promise<Planned & { readonly before: SlotRecord }> {
  const planned = await given.plan("night1", "20:00", "21:00");
  const { schedule, "show-instances": instances } = await given.station.snapshot();
  const [row, home] = [
    schedule.find(({ id }) => id === planned.playoutId)!,
    instances.find(({ id }) => id === planned.instanceId)!,
  ];
  const to = where === "alone" ? { starts_at: on("20:10") } : { starts_at: on("22:00"), ends_at: on("23:00") };
  await given.station.put("schedule", { ...row, ...to } as never);
  if (where !== "alone") await given.station.put("show-instances", { ...home, ...to } as never);
  await given.deps.mirror.refresh();
  given.deps.windows.drop();
  return { ...planned, before: (await findSlot(planned.slotId))! };
}

const takeTheirs = (given: Given, slotId: string, idempotencyKey = "theirs") =>
  repairOne(given.deps, given.people.programmer, { slotId, take: "libretime", idempotencyKey });
const undo = (given: Given, ofKey: string, idempotencyKey = `-${ofKey}`) =>
  undoOne(given.deps, given.people.programmer, { ofKey, idempotencyKey });
const records = async (given: Given) => (await given.slots()).map(({ version: _, ...rest }) => rest);
const withoutVersion = ({ version: _, ...rest }: SlotRecord) => rest;

describe.each<Where>(["with its show", "alone"])("LibreTime's was taken of what somebody moved %s", (where) => {
  test("the history says so, and an undo puts our record back as it was, another one follows again; LibreTime is left alone", async () => {
    await using given = await givenStation();
    const { slotId, before } = await drifted(given, where);
    const station = await given.station.snapshot();
    await takeTheirs(given, slotId);
    const followed = await records(given);
    expect(followed.map(({ startsAt }) => startsAt)).toEqual(where === "alone" ? [] : [at("22:00")]);
    const to = where === "alone" ? null : "2026-11-24T22:00:00Z";
    expect((await history(given.people.programmer, 1))[0]).toMatchObject({
      kind: "repair",
      tookLibreTimes: true,
      canUndo: true,
      slots: [{ title: "Night Flight, night1", from: "2026-11-24T20:00:00Z", to }],
    });
    expect(await undo(given, "theirs")).toEqual({ success: true, placed: [], refused: [] });
    expect(await records(given)).toEqual([withoutVersion(before)]);
    expect((await given.list()).slots.find(({ id }) => id === slotId)).toMatchObject({ state: "changed" });
    expect(
      (await history(given.people.programmer, 2)).map(({ kind, isUndone, canUndo }) => [kind, isUndone, canUndo]),
    ).toEqual([
      ["undo", false, true],
      ["repair", true, false],
    ]);
    await undo(given, "-theirs");
    expect(await records(given)).toEqual(followed);
    expect(await given.station.snapshot()).toEqual(station);
  });

  test("what ours had is not put over what was planned there since", async () => {
    await using given = await givenStation();
    const { slotId } = await drifted(given, where);
    await takeTheirs(given, slotId);
    // Alone, it still lies in its show at that time; somebody fills that.
    if (where === "alone")
      await given.station.put("schedule", {
        ...(await given.station.snapshot()).schedule[0]!,
        id: 900,
        starts_at: on("20:00"),
        ends_at: on("20:10"),
        file: 4,
      } as never);
    else await given.plan("tapes", "20:30", "21:30");
    given.deps.windows.drop();
    const before = await records(given);
    await expectRefused(given, "SLOT_OVERLAP", () => undo(given, "theirs"));
    expect(await records(given)).toEqual(before);
  });

  test("nor once its time has come", async () => {
    await using given = await givenStation();
    const { slotId } = await drifted(given, where);
    await takeTheirs(given, slotId);
    await given.setClock(at("20:30"));
    await given.deps.mirror.refresh();
    await expectRefused(given, "IN_THE_PAST", () => undo(given, "theirs"));
  });

  test.each(["before", "after"])(
    "a process that ends %s the record was written leaves a line that is completed, once, and can be taken back",
    async (when) => {
      await using given = await givenStation();
      const { slotId, before } = await drifted(given, where);
      await takeTheirs(given, slotId);
      const [{ id, steps }, followed, station] = [
        await given.lastOperation(),
        await records(given),
        await given.station.snapshot(),
      ];
      expect(steps).toMatchObject([{ what: where === "alone" ? "delete-slot" : "save-slot", slotId, outcome: "done" }]);
      await rowsOf(sql`UPDATE operations SET state = ${"wanted"}, answer = NULL, inverse = NULL WHERE id = ${id}`);
      if (when === "before") await (where === "alone" ? createSlot(before) : updateSlot(slotId, before));
      await settleAll(given.deps);
      await settleAll(given.deps);
      expect(await findOperation(id)).toMatchObject({ state: "done", answer: { success: true } });
      expect([await records(given), await given.station.snapshot()]).toEqual([followed, station]);
      await undo(given, "theirs");
      expect(await records(given)).toEqual([withoutVersion(before)]);
    },
  );
});

test("what was moved since is not put back, until that is taken back itself", async () => {
  await using given = await givenStation();
  const { slotId } = await drifted(given, "with its show");
  await takeTheirs(given, slotId);
  await given.move(slotId, "16:00", "17:00", { idempotencyKey: "moved" });
  await expectRefused(given, "STALE_PLAN", () => undo(given, "theirs", "too soon"));
  await undo(given, "moved");
  await undo(given, "theirs");
  const [record] = await given.slots();
  expect(record).toMatchObject({ id: slotId, startsAt: at("20:00"), endsAt: at("21:00") });
  expect((await given.station.snapshot()).schedule).toMatchObject([
    { id: record!.playoutId, starts_at: expect.stringContaining("22:00") },
  ]);
});

test("what is gone from the grid since is not put back", async () => {
  await using given = await givenStation();
  const { slotId } = await drifted(given, "with its show");
  await takeTheirs(given, slotId);
  await deleteSlot(slotId);
  await expectRefused(given, "SLOT_NOT_FOUND", () => undo(given, "theirs"));
});
