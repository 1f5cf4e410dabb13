import type { Slot, SlotState } from "@/domain/slots";
import type { Zone } from "@/domain/zone";
import { lengthText } from "./library/lengths";
import type { PlacedSlot } from "./placed-slot";
import { spokenRange } from "./time-words";
import { NOTED_SECONDS } from "./verdict";

/** What LibreTime made of a slot, in the words of the block, and in a sentence. */
export const stateWords: Record<SlotState, { readonly short: string; readonly sentence: string }> = {
  saving: { short: "saving", sentence: "It is being written to LibreTime." },
  "on-libretime": { short: "on LibreTime", sentence: "It is on LibreTime, read back and checked." },
  checking: { short: "being checked", sentence: "LibreTime may or may not have it; it is being checked." },
  missing: { short: "not on LibreTime", sentence: "It is planned here, but LibreTime does not have it any more. It will not be heard." },
  changed: { short: "changed in LibreTime", sentence: "Somebody changed it in LibreTime. What is heard is what LibreTime says." },
  duplicate: { short: "twice on LibreTime", sentence: "LibreTime has it more than once." },
  unknown: { short: "not checked", sentence: "LibreTime does not answer. This is what was seen last." },
};

/** How much of the slot is silent at its end, and how much of the track is cut, in seconds. */
export function lackOf({ warnings }: Slot): { readonly deadAir: number; readonly cut: number } {
  const of = (code: "DEAD_AIR" | "TRACK_CUT") => warnings.reduce((sum, each) => (each.code === code ? sum + each.seconds : sum), 0);
  return { deadAir: of("DEAD_AIR"), cut: of("TRACK_CUT") };
}

/** What is wrong with a slot, as short as a block has room for; a little dead air from rounding is no news. */
export function lackText(slot: Slot): string | null {
  const { deadAir, cut } = lackOf(slot);
  if (cut > 0) return `cut ${lengthText(cut)}`;
  return deadAir >= NOTED_SECONDS ? `dead air ${lengthText(deadAir)}` : null;
}

/** A block for ears: "Night Waves, Tape loops from Leeds, Tuesday 16:30 to 17:30, on LibreTime". */
export function spokenSlot(zone: Zone, { slot, startsAt, endsAt }: PlacedSlot, isOnAir: boolean): string {
  const state = slot.kind === "foreign" ? "made in LibreTime, locked" : stateWords[slot.state].short;
  return [
    slot.showName, slot.title !== slot.showName && slot.title, spokenRange(zone, { startsAt, endsAt }),
    isOnAir && "on air now", slot.live && "live", lackText(slot), state,
  ].filter(Boolean).join(", ");
}
