import { Fenced } from "@/server/cms/held";
import { openOperation, writeOperation, type OperationPatch } from "@/server/cms/operations";
import type {
  Effects,
  Inverse,
  OperationDraft,
  OperationRecord,
  OperationState,
  OperationStep,
} from "@/server/cms/records";
import { tellStep, type StepRow } from "@/server/cms/step-rows";
import type { Lease } from "@/server/coordination/lock";
import type { Deps } from "./deps";
import { groupCommit } from "./group-commit";

/** What is known of a step before it is begun. */
export type StepFacts = Pick<OperationStep, "what"> &
  Partial<Pick<OperationStep, "libretimeId" | "slotId" | "back" | "sign">>;

/** How a step ended; kept in the journal with the next step's beginning, or with the close. */
export type Ended = (outcome: OperationStep["outcome"], libretimeId?: number) => void;

/**
 * One operation as it goes on. Every step is in the journal before its request leaves; one that still says
 * `wanted` after a crash is settled by reading LibreTime. Who has lost the station can write nothing on, and
 * so sends nothing on.
 */
export type JournalEntry = {
  readonly operation: OperationRecord;
  readonly effects: () => Effects;
  readonly steps: () => readonly OperationStep[];
  /** Was anything begun that may have changed LibreTime, or our records of it? */
  readonly isTouched: () => boolean;
  /** Was it begun before, by this act or by another process: may some of our records be kept already? */
  readonly isResumed: () => boolean;
  /** Says what is wanted; in the journal with whatever is written next. */
  readonly want: (effects: Effects) => void;
  /** Fails with `Fenced` when somebody else goes on with it by now. */
  readonly prove: () => Promise<void>;
  readonly begin: (facts: StepFacts) => Promise<Ended>;
  /** What was found out of a step whose end nobody had seen. */
  readonly learn: (step: OperationStep, outcome: OperationStep["outcome"], libretimeId?: number) => void;
  readonly close: (state: OperationState, answer?: unknown, inverse?: Inverse) => Promise<void>;
};

/** Opens a line for an act that is about to begin. */
export async function openEntry(
  deps: Deps,
  lease: Lease,
  draft: Omit<OperationDraft, "at" | "holder">,
): Promise<JournalEntry> {
  return journalEntry(deps, lease, await openOperation({ ...draft, at: deps.now(), holder: lease.token }));
}

/** Goes on writing to an operation that was opened. */
export function journalEntry({ now }: Pick<Deps, "now">, lease: Lease, operation: OperationRecord): JournalEntry {
  const steps: OperationStep[] = [...operation.steps];
  let { nextSeq } = operation;
  let unwritten: readonly StepRow[] = [];
  let effects: Effects = operation.effects ?? { arriving: [], leaving: [] };
  let isWritten = true;
  const tell = (step: number, told: Omit<StepRow, "seq" | "step" | "at">): void => {
    const row = { ...told, seq: nextSeq++, step, at: now() };
    tellStep(steps, row);
    unwritten = [...unwritten, row];
  };
  const write = async (patch: OperationPatch): Promise<void> => {
    const rows = unwritten;
    unwritten = [];
    try {
      await writeOperation(operation, isWritten ? patch : { effects, ...patch }, rows);
      isWritten = true;
    } catch (cause) {
      unwritten = [...rows, ...unwritten];
      throw cause;
    }
  };
  const commit = groupCommit(() => write({}));
  const end = (step: number, outcome: OperationStep["outcome"], libretimeId?: number): void => {
    const { sign: _, absentSince: _since, ...before } = steps[step]!;
    const isNews = outcome !== before.outcome || (libretimeId ?? before.libretimeId) !== before.libretimeId;
    if (isNews) tell(step, { ...before, outcome, ...(libretimeId === undefined ? {} : { libretimeId }) });
  };
  return {
    operation,
    effects: () => effects,
    steps: () => steps,
    isTouched: () => steps.length > 0,
    isResumed: () => steps.some(({ what }) => what === "save-slot"),
    want: (wanted) => void ([effects, isWritten] = [wanted, false]),
    prove: () => write({}),
    async begin(facts) {
      const step = steps.length;
      tell(step, { ...facts, outcome: "wanted" });
      await commit();
      // Whoever waited for the database may have waited too long: a lease is looked up anew, never remembered.
      if (lease.signal.aborted) throw new Fenced(operation);
      return (outcome, libretimeId) => end(step, outcome, libretimeId);
    },
    learn: (step, outcome, libretimeId) => end(steps.indexOf(step), outcome, libretimeId),
    close: (state, answer, inverse) =>
      write({
        state,
        ...(answer === undefined ? {} : { answer }),
        ...(inverse === undefined ? {} : { inverse }),
      }),
  };
}
