import { anInstance, onLibreTime } from "./given.test-kit";
import type { OurSlot } from "./picture";
import type { Instance, Row } from "./station-rows";

export const nightFlight = (startsAt: string, endsAt: string, over: Partial<Instance> = {}): Instance =>
  anInstance(startsAt, endsAt, { showId: 4, ...over });

/** Our slots, and what LibreTime has of them. */
export function planned(...ours: OurSlot[]): { ours: OurSlot[]; rows: Row[]; instances: Instance[] } {
  return {
    ours,
    rows: ours.flatMap((slot) => (slot.playoutId === null ? [] : [onLibreTime(slot).row])),
    instances: ours.map((slot) => onLibreTime(slot).instance),
  };
}
