import { isSameHome, UNMARKED, type Mark } from "@/domain/identity";
import type { OperationRecord, SlotRecord } from "./records";
import { findShowById } from "./shows";
import { findSlot } from "./slots";

/**
 * The line with all that is known of the instances of its slots. A line from before marks were kept gets what our
 * records have kept since, and otherwise the show that is linked now.
 */
export async function withKnownMarks(line: OperationRecord): Promise<OperationRecord> {
  const { effects } = line;
  if (!effects || effects.leaving.every(({ mark }) => mark.createdAt !== null)) return line;
  return {
    ...line,
    effects: {
      ...effects,
      leaving: await Promise.all(effects.leaving.map(async (slot) => ({ ...slot, mark: await knownMark(slot) }))),
    },
  };
}

async function knownMark(slot: SlotRecord): Promise<Mark> {
  if (slot.mark.createdAt !== null) return slot.mark;
  const now = await findSlot(slot.id);
  if (now && now.playoutId === slot.playoutId && isSameHome(now, slot)) return now.mark;
  return {
    ...UNMARKED,
    stationShowId: slot.mark.stationShowId ?? (await findShowById(slot.showId))?.libretimeShowId ?? null,
  };
}
