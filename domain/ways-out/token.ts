import { overlap, type Interval } from "../interval";
import { touchedBy } from "./apply";
import type { Option } from "./option";
import type { Week } from "./week";

/**
 * What an option was seen to rest on, as a short text: what it does, the versions and places of the slots
 * that it touches, and of whoever is where it puts something. Another token is another world: `STALE_PLAN`.
 * What happens elsewhere changes nothing, and neither does the time that passes.
 */
export function tokenOf(option: Pick<Option, "kind" | "effects">, week: Week): string {
  const touched = new Set(touchedBy(option));
  const places = option.effects.flatMap(({ after }) => after ?? []);
  const seen = week
    .filter((slot) => touched.has(slot.id) || places.some((place) => overlap(place, slot)))
    .map((slot) => [slot.id, slot.version, ...ends(slot)].join(" "));
  const done = option.effects.map(({ slotId, episodeId, before, after }) => [
    slotId,
    episodeId,
    ends(before),
    ends(after),
  ]);
  return fingerprint(JSON.stringify([option.kind, done, seen.toSorted()]));
}

function ends(place: Interval | null): readonly number[] {
  return place ? [place.startsAt, place.endsAt] : [];
}

/** 53 bits of a text (cyrb53): enough to tell apart what changed by chance, and no secret. */
function fingerprint(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
