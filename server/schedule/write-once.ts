import { setTimeout as pause } from "node:timers/promises";
import type { OperationStep } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import { isUnknown, step } from "./step";

/** LibreTime may save after its answer was lost: it is given so long before it is looked at once more. */
const LATE_MS = 300;

/** Something that an act makes in LibreTime. */
type Making<T> = {
  readonly what: OperationStep["what"];
  /** By what it is found again after a crash. */
  readonly note: string;
  readonly create: () => Promise<T>;
  /** Finds what was saved although its answer was lost. */
  readonly find: () => Promise<T | undefined>;
  /** Takes it back, by its id; leaves it where somebody else has filled it meanwhile. */
  readonly discard: (made: T) => Promise<void>;
};

/**
 * Makes something in LibreTime, sending the write once. When nobody knows whether it was saved, LibreTime is
 * read: what is found is taken for the answer. What is not found may still come, and is looked for again a
 * moment later, before the rest is taken back; unless LibreTime itself answered 500, which it does when it is
 * done (R259, R260).
 */
export function makeOnce<T extends { readonly id: number }>(act: Act, { what, note, create, find, discard }: Making<T>): Promise<T> {
  const name = what.replace("create-", "");
  return step(act, {
    what,
    known: { note },
    learned: ({ id }) => ({ libretimeId: id }),
    takeBack: (made) => [`${name} ${made.id}`, () => discard(made)],
    make: async () => {
      try {
        return await create();
      } catch (cause) {
        if (!isUnknown(cause)) throw cause;
        const found = await find().catch(() => null);
        if (found) return found;
        if (found === undefined && cause.status === 500) throw new Refusal({ code: "LIBRETIME_ANSWER", what: cause.message }, { cause });
        act.undo.push(`a ${name} that LibreTime may have saved (${note})`, async () => {
          await pause(LATE_MS);
          const late = await find();
          if (late) await discard(late);
        });
        throw cause;
      }
    },
  });
}

/**
 * Deletes what an act of ours made, by its id. When nobody knows whether it happened, LibreTime is read; what
 * still stands is deleted once more: an id can hit nothing else, and twice is as good as once.
 */
export async function deleteSurely(remove: () => Promise<void>, isThere: () => Promise<boolean>): Promise<void> {
  for (const isLastTry of [false, true]) {
    try {
      return await remove();
    } catch (cause) {
      if (!isUnknown(cause)) throw cause;
      const stands = await isThere().catch(() => null);
      if (stands === false) return;
      if (stands && isLastTry && cause.status === 500) throw new Refusal({ code: "LIBRETIME_ANSWER", what: cause.message }, { cause });
      if (stands === null || isLastTry) throw cause;
    }
  }
}
