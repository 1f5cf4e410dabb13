import { overlap, type Interval } from "./interval";
import { airs, airtimeOf, type Instance, type OurSlot, type Row } from "./picture";
import type { SlotState } from "./slots";

/** One way in which LibreTime is not what a slot of ours should be. */
export type Difference =
  /** Its row is gone: it will not be heard. */
  | { readonly what: "row-gone" }
  /** Its row stands, and will never be played. */
  | { readonly what: "never-airs" }
  /** Its row begins or ends at another time. */
  | ({ readonly what: "row-moved" } & Interval)
  | { readonly what: "other-track"; readonly trackId: number | null }
  | { readonly what: "other-instance"; readonly instanceId: number }
  /** The instance that we made has other times. */
  | ({ readonly what: "instance-moved" } & Interval)
  | { readonly what: "instance-gone" }
  /** The same track stands there a second time, in a row that is not ours. */
  | ({ readonly what: "twin"; readonly playoutId: number } & Interval);

/** Everything in which LibreTime is not what a slot of ours should be; none when it is just so. */
export function differencesOf(slot: OurSlot, rows: readonly Row[], instance: Instance | undefined): readonly Difference[] {
  const row = rows.find((each) => each.id === slot.playoutId);
  if (!row) return [{ what: "row-gone" }];
  return [...ofRow(slot, row), ...ofInstance(slot, instance), ...twins(slot, rows)];
}

/** What LibreTime was seen to make of a slot of ours, in a word. */
export function checkSlot(slot: OurSlot, rows: readonly Row[], instance: Instance | undefined): SlotState {
  return stateOf(differencesOf(slot, rows, instance));
}

/** The word for those differences: the worst of them. */
export function stateOf(differences: readonly Difference[]): SlotState {
  if (differences.some(({ what }) => what === "row-gone")) return "missing";
  if (differences.some(({ what }) => what !== "twin")) return "changed";
  return differences.length > 0 ? "duplicate" : "on-libretime";
}

function ofRow(slot: OurSlot, row: Row): Difference[] {
  const { startsAt, endsAt } = airtimeOf(row);
  const shouldEndAt = Math.min(slot.endsAt, slot.startsAt + slot.trackSeconds * 1000);
  const isOnTime = startsAt === slot.startsAt && endsAt === shouldEndAt;
  return [
    ...(row.trackId === slot.trackId ? [] : [{ what: "other-track" as const, trackId: row.trackId }]),
    ...(isOnTime ? [] : airs({ ...row, trackId: row.trackId ?? slot.trackId }) ? [{ what: "row-moved" as const, startsAt, endsAt }] : [{ what: "never-airs" as const }]),
    ...(row.instanceId === slot.instanceId ? [] : [{ what: "other-instance" as const, instanceId: row.instanceId }]),
  ];
}

/** Somebody else's instance, in which our slot lies, may have any times. */
function ofInstance(slot: OurSlot, instance: Instance | undefined): Difference[] {
  if (!instance) return [{ what: "instance-gone" }];
  const { startsAt, endsAt } = instance;
  return !slot.ownsInstance || (startsAt === slot.startsAt && endsAt === slot.endsAt) ? [] : [{ what: "instance-moved", startsAt, endsAt }];
}

function twins(slot: OurSlot, rows: readonly Row[]): Difference[] {
  return rows
    .filter((each) => each.id !== slot.playoutId && each.trackId === slot.trackId && overlap(airtimeOf(each), slot))
    .map((each) => ({ what: "twin", playoutId: each.id, ...airtimeOf(each) }));
}
