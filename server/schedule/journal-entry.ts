import { writeOperation } from "@/server/cms/operations";
import type { OperationRecord, OperationState, OperationStep } from "@/server/cms/records";

/** One operation as it goes on: every step is in the journal before its request leaves, and again when its outcome is known. */
export type JournalEntry = {
  readonly operation: OperationRecord;
  readonly steps: () => readonly OperationStep[];
  /** Notes that this is about to be done; the answer tells how it ended. */
  readonly begin: (what: OperationStep["what"], known?: StepFacts) => Promise<(outcome: OperationStep["outcome"], known?: StepFacts) => Promise<void>>;
  readonly close: (state: OperationState, answer?: unknown, inverse?: unknown) => Promise<void>;
};

type StepFacts = Partial<Pick<OperationStep, "libretimeId" | "slotId" | "note">>;

/** Goes on writing to an operation that was opened. */
export function journalEntry(operation: OperationRecord): JournalEntry {
  const steps: OperationStep[] = [...operation.steps];
  return {
    operation,
    steps: () => steps,
    async begin(what, known = {}) {
      const index = steps.push({ what, outcome: "wanted", ...known }) - 1;
      await writeOperation(operation.id, { steps });
      return async (outcome, learned = {}) => {
        steps[index] = { ...steps[index]!, ...learned, outcome };
        // A step that is done is written with the next one's beginning, or with the close: one write less, nothing lost.
        if (outcome !== "done") await writeOperation(operation.id, { steps });
      };
    },
    async close(state, answer, inverse) {
      await writeOperation(operation.id, { state, steps, ...(answer === undefined ? {} : { answer }), ...(inverse === undefined ? {} : { inverse }) });
    },
  };
}
