import { overlap } from "./interval";
import { airtimeOf, type Instance, type OurSlot, type Row } from "./picture";
import type { SlotState } from "./slots";

/**
 * What LibreTime was seen to make of a slot of ours. `missing`: its row is gone. `changed`: the row has other
 * times, another track or another instance, or its instance was moved. `duplicate`: the same track stands
 * there a second time, in a row that is not ours.
 */
export function checkSlot(slot: OurSlot, rows: readonly Row[], instance: Instance | undefined): SlotState {
  const row = rows.find((each) => each.id === slot.playoutId);
  if (!row) return "missing";
  const { startsAt, endsAt } = airtimeOf(row);
  const asPlanned = row.trackId === slot.trackId && row.instanceId === slot.instanceId && startsAt === slot.startsAt && endsAt <= slot.endsAt && startsAt < endsAt;
  const home = instance && (!slot.ownsInstance || (instance.startsAt === slot.startsAt && instance.endsAt === slot.endsAt));
  if (!asPlanned || !home) return "changed";
  const twin = rows.some((each) => each.id !== slot.playoutId && each.trackId === slot.trackId && overlap(airtimeOf(each), slot));
  return twin ? "duplicate" : "on-libretime";
}
