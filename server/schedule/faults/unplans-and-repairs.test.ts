import { breakEverywhere } from "./matrix.test-kit";
import { at, type Given } from "../given/given.test-kit";
import { repairOne } from "../repair-one";
import { unplanOne } from "../unplan-one";

await breakEverywhere({
  name: "an unplan",
  before: (given) => given.plan("night1", "20:00", "21:00"),
  act: (given, deps) => unplanOne(deps, given.people.programmer, { episodeId: given.episodes.night1, scheduledAt: at("20:00") }),
});

/** A slot whose row somebody has moved, within its instance. */
async function drifted(given: Given): Promise<string> {
  const { slotId, playoutId } = await given.plan("night1", "20:00", "21:00");
  const row = (await given.station.snapshot()).schedule.find(({ id }) => id === playoutId)!;
  await given.station.put("schedule", { ...row, starts_at: "2026-11-24T20:10:00Z", id: playoutId } as never);
  return slotId;
}

await breakEverywhere({
  name: "a repair that puts ours back",
  before: drifted,
  isBefore: "drifted",
  act: (given, deps, slotId) => repairOne(deps, given.people.programmer, { slotId: slotId as string, take: "ours" }),
});
