import { at } from "../given/given.test-kit";
import { expect } from "vitest";
import { overlap } from "@/domain/interval";
import { instant } from "@/domain/time";
import { unfinishedOperations } from "@/server/cms/operations";
import { expectUntouched, noteTheirs } from "../given/rivals.test-kit";
import { listSlots } from "../list-slots";
import { arrangeMany } from "../plan-many";
import { repairOne } from "../repair-one";
import type { Model, Real } from "./world.test-kit";

/** The grid, the journal and the station say the same: no act is open, every row and instance is ours by a record or somebody's and as they left it, nothing overlaps. */
export async function expectAgreement(model: Model, { given, deps }: Real): Promise<void> {
  expect(await unfinishedOperations()).toEqual([]);
  const list = async () => (await listSlots(deps, { from: at("00:00"), to: at("48:00") })).slots;
  if (!model.isDrifting) expect((await list()).filter(({ state }) => state !== "on-libretime")).toEqual([]);
  for (const { id, state } of await list()) {
    if (state === "on-libretime") continue;
    const succeeds = (act: Promise<unknown>) =>
      act.then(
        () => true,
        () => false,
      );
    const ends = (side: "ours" | "libretime") =>
      succeeds(repairOne(deps, given.people.programmer, { slotId: id, take: side }));
    // Somebody may have filled both places: then it can be taken off.
    const goes = () =>
      succeeds(arrangeMany(deps, given.people.programmer, { mode: "all", changes: [{ slotId: id, to: null }] }));
    expect((await ends("libretime")) || (await ends("ours")) || (await goes())).toBe(true);
    await noteTheirs(model.theirs, given);
    deps.windows.drop();
  }
  const [records, slots, { schedule, "show-instances": instances }] = [
    await given.slots(),
    await list(),
    await given.station.snapshot(),
  ];
  const planned = slots.filter((each) => each.kind === "planned");
  expect(planned.map(({ id, state }) => [id, state]).toSorted()).toEqual(
    records.map(({ id }) => [id, "on-libretime"]).toSorted(),
  );
  expect(idsOf(schedule)).toEqual(
    inOrder([...model.theirs.schedule.keys(), ...records.flatMap(({ playoutId }) => playoutId ?? [])]),
  );
  expect(idsOf(instances)).toEqual(
    inOrder([
      ...model.theirs["show-instances"].keys(),
      ...records.filter(({ ownsInstance }) => ownsInstance).map(({ instanceId }) => instanceId),
    ]),
  );
  await expectUntouched(model.theirs, given);
  const held = instances.map((each) => ({
    startsAt: instant(Date.parse(String(each.starts_at))),
    endsAt: instant(Date.parse(String(each.ends_at))),
  }));
  for (const [index, one] of held.entries())
    for (const other of held.slice(index + 1)) expect([one, other, overlap(one, other)]).toEqual([one, other, false]);
}

function idsOf(all: readonly Readonly<Record<string, unknown>>[]): readonly number[] {
  return inOrder(all.map(({ id }) => Number(id)));
}

function inOrder(ids: readonly number[]): readonly number[] {
  return ids.toSorted((a, b) => a - b);
}
