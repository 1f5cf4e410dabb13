import { useMemo } from "react";
import { useWords } from "@/components/language/use-words";
import { useTRPCClient } from "@/components/trpc/client";
import { useToasts } from "@/components/ui/toasts";
import type { Interval } from "@/domain/interval";
import type { Instant } from "@/domain/time";
import { requestOf, write } from "./act-request";
import { changesPhrase, doneText, lateText, tookTheirsPhrase } from "./act-words";
import { attemptOf, canBeUndone, isUnderWay, type Attempt, type Drawn, type Take } from "./attempts";
import { cargoOfSlot, type Cargo } from "./cargo";
import { batchActs, type BatchActs } from "./batch/batch-acts";
import type { Batch } from "./batch/batch";
import type { BatchEnd } from "./batch/batch-end";
import type { UnderWay } from "./batch/under-way";
import type { PlacedSlot } from "./placed-slot";
import { isTaken, mustLookAgain, refusedBy, type Refused } from "./refused";
import type { Store } from "./store";
import type { Done } from "./undo-stack";
import { undoingOf, type Undoing } from "./undoing";
import type { WayOut } from "./ways-out";

/** What people do to the week. Each is drawn at once, sent once, and shown as what LibreTime made of it. */
export type Acts = Pick<Undoing, "undoEntry"> &
  BatchActs & {
    readonly place: (cargo: Cargo, to: Interval) => void;
    /** Takes a way out of what was refused, as it is painted. */
    readonly take: (refused: Attempt, way: WayOut) => void;
    readonly unplan: (slot: PlacedSlot) => void;
    /** Ends a difference between LibreTime and what was planned, one way or the other. */
    readonly repair: (slot: PlacedSlot, take: Take) => void;
    /** Shows a refusal that needs no server: the preview knows who is there. */
    readonly refuse: (cargo: Cargo, to: Interval, problem: Refused) => void;
    /** The same gesture once more, with its key. */
    readonly again: (attempt: Attempt) => void;
    readonly forget: (attempt: Attempt) => void;
    /** Takes the newest act back, or does again what was taken back last. */
    readonly undo: () => void;
    readonly redo: () => void;
  };

type Needs = {
  readonly now: () => Instant;
  readonly attempts: Store<readonly Attempt[]>;
  readonly undos: Store<readonly Drawn[]>;
  readonly batches: Store<readonly Batch[]>;
  readonly batchEnd: Store<BatchEnd | null>;
  readonly underWay: Store<readonly UnderWay[]>;
  readonly look: () => Promise<void>;
  readonly lookAtLibrary: () => void;
};

/** The acts of this page. */
export function useActs({ now, attempts, undos, batches, batchEnd, underWay, look, lookAtLibrary }: Needs): Acts {
  const client = useTRPCClient();
  const toasts = useToasts();
  const words = useWords();
  return useMemo(() => {
    const { t } = words;
    const lookAround = async () => {
      await look();
      lookAtLibrary();
    };
    const undoing = undoingOf({ words, now, client, toasts, undos, underWay, look: lookAround });
    const put = (attempt: Attempt) =>
      attempts.set((all) => [...all.filter((each) => each.key !== attempt.key), attempt]);
    const forget = (attempt: Attempt) => attempts.set((all) => all.filter((each) => each.key !== attempt.key));
    const carryOut = async (attempt: Attempt): Promise<void> => {
      try {
        const { slotId, isLate, wasDone } = await write(client, requestOf(attempt));
        await lookAround();
        forget(attempt);
        if (wasDone) {
          toasts.show({ text: t("act.done.nothing", { title: attempt.cargo.title }) });
          return;
        }
        const changes = attempt.changes.map((each) => ({ ...each, slotId: each.slotId ?? slotId }));
        const done: Done | null = canBeUndone(attempt)
          ? {
              of: { ofKey: attempt.key },
              words: attempt.repair ? tookTheirsPhrase(words, attempt.cargo) : changesPhrase(words, changes),
              changes,
            }
          : null;
        const toast = toasts.show({
          text: `${doneText(words, attempt)}${lateText(words, isLate)}`,
          ...(done && { action: { label: t("common.undo"), act: () => void undoing.undo(done) } }),
        });
        if (done) undoing.note(done, toast);
      } catch (error) {
        const problem = refusedBy(words, error);
        // Who was faster is on the grid before the card says so: its ways out are those of the week as it is.
        if (isTaken(problem) || mustLookAgain(problem)) await look().catch(() => undefined);
        // Of one thing there is one open card: the newest.
        attempts.set((all) => all.filter((each) => each.problem === null || each.key === attempt.key));
        put({ ...attempt, problem });
        void look();
      }
    };
    const send = (wanted: Attempt) => {
      if (isUnderWay(attempts.get(), wanted)) return;
      const attempt = { ...wanted, problem: null };
      put(attempt);
      undoing.during(carryOut(attempt));
    };
    return {
      place: (cargo, to) => send(attemptOf("place", cargo, to)),
      take: (refused, way) => {
        forget(refused);
        send(attemptOf("place", refused.cargo, refused.to, { way }));
      },
      unplan: (slot) => {
        const cargo = cargoOfSlot(slot);
        if (cargo) send(attemptOf("unplan", cargo, slot));
      },
      repair: (slot, take) => {
        const cargo = cargoOfSlot(slot);
        if (cargo) send(attemptOf("repair", cargo, slot, { repair: { take, slot } }));
      },
      refuse: (cargo, to, problem) => {
        attempts.set((all) => all.filter((each) => each.problem === null));
        put({ ...attemptOf("place", cargo, to), problem });
        void look();
      },
      again: send,
      forget,
      undo: () => void undoing.undo(),
      redo: () => void undoing.redo(),
      undoEntry: undoing.undoEntry,
      ...batchActs({
        words,
        client,
        toasts,
        batches,
        batchEnd,
        underWay,
        drawn: attempts.get,
        undoing,
        look: lookAround,
      }),
    };
  }, [client, toasts, attempts, undos, batches, batchEnd, underWay, look, lookAtLibrary, words, now]);
}
