import type { useTRPCClient } from "@/components/trpc/client";
import type { Toasts } from "@/components/ui/toasts";
import type { Instant } from "@/domain/time";
import type { Words } from "@/components/language/words";
import { write } from "./act-request";
import { entryPhrase, lateText } from "./act-words";
import { blocksOf, type Drawn } from "./attempts";
import { whileUnderWay, type UnderWay } from "./batch/under-way";
import { newestUndoable, type HistoryEntry } from "./history-entry";
import { isTaken, mayTryAgain, refusedBy } from "./refused";
import { reversed } from "./slot-change";
import type { Store } from "./store";
import { afterAct, afterRedo, afterUndo, noActs, without, type Done } from "./undo-stack";

/** Taking back and doing again. One after the other, whatever the speed of the keys. */
export type Undoing = {
  /** Something new goes on; what is taken back waits for it. */
  readonly during: (act: Promise<unknown>) => void;
  /** An act that can be taken back, and the toast that offers it. */
  readonly note: (act: Done, toast: number) => void;
  /** This act; without one, the newest of this page, and then of this person's history. */
  readonly undo: (act?: Done) => Promise<void>;
  readonly redo: (act?: Done) => Promise<void>;
  /** An act of the history, anybody's. */
  readonly undoEntry: (entry: HistoryEntry) => Promise<void>;
};

export type UndoingNeeds = {
  readonly words: Words;
  readonly now: () => Instant;
  readonly client: ReturnType<typeof useTRPCClient>;
  readonly toasts: Toasts;
  /** What is being taken back, as it is drawn meanwhile. */
  readonly undos: Store<readonly Drawn[]>;
  readonly underWay: Store<readonly UnderWay[]>;
  readonly look: () => Promise<unknown>;
};

const NO_TOAST = -1;
type Way = "undo" | "redo";
const keys = {
  undo: { done: "undo.undone", cannot: "undo.notUndone", next: "common.redo" },
  redo: { done: "undo.redone", cannot: "undo.notRedone", next: "common.undo" },
} as const;

/** All of it goes through the server's own undo, by the key of the gesture: there is no second way. */
export function undoingOf({ words, now, client, toasts, undos, underWay, look }: UndoingNeeds): Undoing {
  const { t } = words;
  let stack = noActs;
  let turn: Promise<unknown> = Promise.resolve();
  const refused = new Set<string>();
  // What is taken back, by whatever way, is not offered by its toast any more.
  const offers = new WeakMap<Done, number>();
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const take = async (act: Done, way: Way, key: string = crypto.randomUUID()): Promise<void> => {
    const changes = reversed(act.changes, null);
    const drawn: Drawn = { problem: null, changes, blocks: blocksOf(key, changes) };
    undos.set((all) => [...all, drawn]);
    try {
      const { isLate } = await whileUnderWay(underWay, { key, doing: way, count: act.changes.length || null }, () =>
        write(client, { act: "undoOne", input: { ...act.of, idempotencyKey: key } }),
      );
      await look();
      const back: Done = { of: { ofKey: key }, words: act.words, changes };
      stack = way === "undo" ? afterUndo(stack, act, back) : afterRedo(stack, act, back);
      toasts.dismiss(offers.get(act) ?? NO_TOAST);
      offers.set(
        back,
        toasts.show({
          text: `${t(keys[way].done, { deed: act.words })}${lateText(words, isLate)}`,
          action: { label: t(keys[way].next), act: () => void (way === "undo" ? redo(back) : undo(back)) },
        }),
      );
    } catch (error) {
      const problem = refusedBy(words, error);
      // What can still come true stays the next to be taken back.
      if (!mayTryAgain(problem) && !isTaken(problem) && problem.code !== "STOPPED") {
        stack = without(stack, act);
        if ("operationId" in act.of) refused.add(act.of.operationId);
      }
      const why =
        problem.code === "STALE_PLAN" || problem.code === "SLOT_NOT_FOUND" ? t("undo.changed") : problem.sentence;
      toasts.show({
        tone: "problem",
        text: t(keys[way].cannot, { deed: act.words, why }),
        ...(mayTryAgain(problem) && {
          action: { label: t("common.tryAgain"), act: () => void inTurn(() => take(act, way, key)) },
        }),
      });
      void look();
    } finally {
      undos.set((all) => all.filter((each) => each !== drawn));
    }
  };

  const fromHistory = async (): Promise<Done | null> => {
    const entry = newestUndoable(await client.journal.history.query({ limit: 50 }), refused);
    return entry && doneOf(entry);
  };
  const doneOf = (entry: HistoryEntry): Done => ({
    of: { operationId: entry.operationId },
    words: entryPhrase(words, now(), entry),
    changes: [],
  });
  const undo = (act?: Done) =>
    inTurn(async () => {
      const next = act ?? stack.done.at(-1) ?? (await fromHistory().catch(() => null));
      if (next) await take(next, "undo");
      else toasts.show({ text: t("undo.nothing") });
    });
  const redo = (act?: Done) =>
    inTurn(async () => {
      const next = act ?? stack.undone.at(-1);
      if (next) await take(next, "redo");
      else toasts.show({ text: t("undo.nothingToRedo") });
    });
  return {
    during: (act) => {
      turn = Promise.allSettled([turn, act]);
    },
    note: (act, toast) => {
      stack = afterAct(stack, act);
      offers.set(act, toast);
    },
    undo,
    redo,
    undoEntry: (entry) => inTurn(() => take(doneOf(entry), entry.kind === "undo" ? "redo" : "undo")),
  };
}
