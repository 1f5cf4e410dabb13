import { DAY, instant } from "@/domain/time";
import type { LibreTime } from "@/server/libretime/client";
import type { LibreTimeInstance } from "@/server/libretime/instances";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import { highestOf, type KeptTable } from "./kept-table";

/** A round of looking, at most this often: a new foreign instance is known within it. */
export const ROUND_MS = 60_000;
/** After a failure: soon, so that a LibreTime that comes back is seen. */
const AFTER_FAILURE_MS = 10_000;
/** Ids are used up by what fails or is deleted: so many absent ones in a row, of which none was ever known, are taken for the end. */
const HOLES = 20;
/** How far ahead the known instances are read again: what is about to air must be right. */
const AHEAD_MS = 3 * DAY * 1000;
/** A round of single reads may cost LibreTime this much of its time, as the whole list may. */
const SHARE = 0.05;

type Watched = {
  readonly libretime: LibreTime;
  readonly instances: KeptTable<LibreTimeInstance>;
  readonly now: () => number;
};

/**
 * What is looked at between two readings of the whole list of instances, when that list is too dear to read
 * every minute: the ids above those asked for so far, which new instances have, and the instances of the
 * coming days, which somebody may have moved or deleted, the soonest first and as many as the round's share
 * allows.
 */
export function lookAgain({ libretime, instances, now }: Watched) {
  let nextAt = 0;
  return {
    isDue: (): boolean => instances.seenAt !== null && now() >= Math.max(nextAt, instances.seenAt + ROUND_MS),
    /** Answers whether anything has changed. Fails with LibreTimeError, which the table knows too. */
    look: async (): Promise<boolean> => {
      const began = now();
      try {
        const isNew = (await readFree()) || (await readAbove());
        const hasChanged = await readComing(began);
        instances.noteLook(instant(began));
        return isNew || hasChanged;
      } catch (error) {
        nextAt = now() + AFTER_FAILURE_MS;
        if (error instanceof LibreTimeError) instances.noteLook(instant(began), error);
        throw error;
      }
    },
  };

  /** A LibreTime that was restored goes on counting where its backup stood: the first id that looks free is asked for, too. */
  async function readFree(): Promise<boolean> {
    const free = highestOf(instances.rows.keys()) + 1;
    if (free > instances.askedTo || !(await readOne(free, () => undefined))) return false;
    instances.noteRestored();
    return true;
  }

  async function readAbove(): Promise<boolean> {
    let [isNew, holes] = [false, 0];
    // What was deleted since tells nothing of what is above it, an undone batch of ours least of all.
    const highest = highestOf(instances.everKnown);
    for (let id = instances.askedTo + 1; holes < HOLES || id <= highest; id += 1) {
      const wasGiven = instances.everKnown.has(id) || (await readOne(id, () => (isNew = true)));
      holes = wasGiven ? 0 : holes + 1;
      if (wasGiven) instances.noteAsked(id);
    }
    return isNew;
  }

  async function readComing(from: number): Promise<boolean> {
    let hasChanged = false;
    const coming = [...instances.rows.values()].filter((each) => each.endsAt > from && each.startsAt < from + AHEAD_MS);
    for (const { id } of coming.toSorted((a, b) => a.startsAt - b.startsAt)) {
      if (now() - from > SHARE * ROUND_MS) break;
      await readOne(id, () => (hasChanged = true));
    }
    return hasChanged;
  }

  async function readOne(id: number, onNews: () => void): Promise<boolean> {
    const found = await libretime.instances.get(id);
    if (JSON.stringify(found) !== JSON.stringify(instances.rows.get(id) ?? null)) onNews();
    if (found) instances.put(found);
    else instances.drop(id);
    return found !== null;
  }
}
