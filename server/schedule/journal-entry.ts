import { writeOperation } from "@/server/cms/operations";
import type { OperationRecord, OperationState, OperationStep } from "@/server/cms/records";

/** What becomes known of a step. */
export type StepFacts = Partial<Pick<OperationStep, "libretimeId" | "slotId" | "note">>;

/** How a step ended; kept in the journal with the next step's beginning, or with the close. */
export type Ended = (outcome: OperationStep["outcome"], learned?: StepFacts) => void;

/**
 * One operation as it goes on. Every step is in the journal before its request leaves; one that still says
 * `wanted` after a crash is settled by reading LibreTime.
 */
export type JournalEntry = {
  readonly operation: OperationRecord;
  /** Was anything begun that may have changed LibreTime, or our records of it? */
  readonly isTouched: () => boolean;
  /** Is something of ours left on LibreTime that the act meant to delete? */
  readonly hasLeftovers: () => boolean;
  readonly begin: (what: OperationStep["what"], known?: StepFacts) => Promise<Ended>;
  readonly close: (state: OperationState, answer?: unknown, inverse?: unknown) => Promise<void>;
};

/** Goes on writing to an operation that was opened. */
export function journalEntry(operation: OperationRecord): JournalEntry {
  const steps: OperationStep[] = [...operation.steps];
  return {
    operation,
    isTouched: () => steps.length > 0,
    hasLeftovers: () => steps.some(({ what, outcome }) => what.startsWith("delete-") && outcome !== "done"),
    async begin(what, known = {}) {
      const index = steps.push({ what, outcome: "wanted", ...known }) - 1;
      await writeOperation(operation.id, { steps });
      return (outcome, learned = {}) => void (steps[index] = { ...steps[index]!, ...learned, outcome });
    },
    async close(state, answer, inverse) {
      await writeOperation(operation.id, { state, steps, ...(answer === undefined ? {} : { answer }), ...(inverse === undefined ? {} : { inverse }) });
    },
  };
}
