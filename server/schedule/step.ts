import { LibreTimeError } from "@/server/libretime/libretime-error";
import type { Act } from "./context";
import type { StepFacts } from "./journal-entry";

/** Carries out one thing that an act does to LibreTime or to our records of it: it is in the journal before its request leaves. */
export async function step<T>({ journal }: Pick<Act, "journal">, facts: StepFacts, make: () => Promise<T>): Promise<T> {
  const ended = await journal.begin(facts);
  try {
    const made = await make();
    ended("done");
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
