import { LibreTimeError } from "@/server/libretime/libretime-error";
import { Refusal } from "@/server/refusal";
import type { Act } from "./context";
import type { Ended, StepFacts } from "./journal-entry";
import { isUnknown } from "./step";

/** Something that an act makes in LibreTime. */
type Making<T> = {
  /** With the sign by which it is found again. */
  readonly facts: StepFacts;
  readonly create: () => Promise<T>;
  /** Finds what was saved although its answer was lost. */
  readonly find: () => Promise<T | undefined>;
};

/**
 * Makes something in LibreTime, sending the write once. When nobody knows whether it was saved, LibreTime is
 * read: what is found is taken for the answer. What is not found may still come, so that settling looks for it
 * again; unless LibreTime itself answered 500, which it does when it is done (R259, R260).
 */
export async function makeOnce<T extends { readonly id: number }>(
  { journal, through = (send) => send() }: Act,
  making: Making<T>,
): Promise<T> {
  const ended = await journal.begin(making.facts);
  let isSent = false;
  try {
    return await through(() => {
      isSent = true;
      return makeOrFind(making, ended);
    });
  } catch (cause) {
    if (!isSent) ended("failed");
    throw cause;
  }
}

/** Looking for it is part of its turn: LibreTime has enough to do with who has not answered. */
async function makeOrFind<T extends { readonly id: number }>({ create, find }: Making<T>, ended: Ended): Promise<T> {
  try {
    const made = await create();
    ended("done", made.id);
    return made;
  } catch (cause) {
    if (!isUnknown(cause)) {
      ended("failed");
      throw cause;
    }
    const found = await find().catch(() => null);
    if (found) {
      ended("done", found.id);
      return found;
    }
    const isOver = found === undefined && cause.status === 500;
    ended(isOver ? "failed" : "unknown");
    throw isOver ? asAnswered(cause) : cause;
  }
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
      if (stands && isLastTry && cause.status === 500) throw asAnswered(cause);
      if (stands === null || isLastTry) throw cause;
    }
  }
}

function asAnswered(cause: LibreTimeError): Refusal {
  return new Refusal({ code: "LIBRETIME_ANSWER", what: cause.message }, { cause });
}
