import type { OperationStep } from "@/server/cms/records";
import { LibreTimeError } from "@/server/libretime/libretime-error";
import type { Act } from "./act";
import type { StepFacts } from "./journal-entry";

/** One thing that an act does to LibreTime or to our records of it. */
export type Step<T> = {
  readonly what: OperationStep["what"];
  readonly known?: StepFacts;
  readonly make: () => Promise<T>;
  readonly learned?: (made: T) => StepFacts;
  /** What there is to take back, named for people, and how. */
  readonly takeBack?: (made: T) => readonly [what: string, undo: () => Promise<void>];
};

/** Carries out a step: it is in the journal before its request leaves, and can be taken back as soon as it is done. */
export async function step<T>({ journal, undo }: Act, { what, known, make, learned, takeBack }: Step<T>): Promise<T> {
  const ended = await journal.begin(what, known);
  try {
    const made = await make();
    ended("done", learned?.(made));
    const back = takeBack?.(made);
    if (back) {
      undo.push(back[0], async () => {
        await back[1]();
        ended("undone");
      });
    }
    return made;
  } catch (cause) {
    ended(isUnknown(cause) ? "unknown" : "failed");
    throw cause;
  }
}

/** May LibreTime have done what was asked, although it did not say so? */
export function isUnknown(cause: unknown): cause is LibreTimeError {
  return cause instanceof LibreTimeError && cause.maybeSaved;
}
