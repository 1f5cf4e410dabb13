import type { useTRPCClient } from "@/components/trpc/client";
import type { Toasts } from "@/components/ui/toasts";
import type { Words } from "@/components/language/words";
import { lateText } from "../act-words";
import type { Drawn } from "../attempts";
import { refusedAs, refusedBy, type Refused } from "../refused";
import type { Store } from "../store";
import type { Done } from "../undo-stack";
import type { Undoing } from "../undoing";
import { batchInput, batchOf, doneChanges, isBusy, type Batch, type BatchWish } from "./batch";
import { isAboutParts, type BatchEnd, type RefusedPart } from "./batch-end";
import { didPhrase, didText } from "./batch-words";
import { tellOf, whileUnderWay, type UnderWay } from "./under-way";

/** Acts on many slots. */
export type BatchActs = {
  /**
   * Changes many slots as one act: drawn at once as being saved, sent once, its progress shown with a Stop, one
   * undo. What could not be is told on a card, which offers those that can where all were refused for a few.
   * `changes` come from `changeOf`: `changeOf(cargoOfSlot(slot), to)` moves, with `null` takes off, and
   * `changeOf(cargoOfEpisode(episode), to)` plans anew. `refused` are those of which the preview knows that they
   * cannot be: with any, nothing is sent, and the card is shown at once. `words`: `{ ...batchVerbs.copy, where: "to next week" }`.
   */
  readonly many: (wish: BatchWish, refused?: readonly RefusedPart[]) => void;
  /** The same act once more, under its key. */
  readonly manyAgain: (batch: Batch) => void;
  readonly stopMany: (key: string) => void;
  /** How far one is, as the server tells. */
  readonly progressed: (news: { readonly key: string; readonly done: number; readonly total: number }) => void;
};

type Needs = {
  readonly words: Words;
  readonly client: ReturnType<typeof useTRPCClient>;
  readonly toasts: Toasts;
  readonly batches: Store<readonly Batch[]>;
  readonly batchEnd: Store<BatchEnd | null>;
  readonly underWay: Store<readonly UnderWay[]>;
  /** What else is being written. */
  readonly drawn: () => readonly Drawn[];
  readonly undoing: Undoing;
  readonly look: () => Promise<unknown>;
};

export function batchActs({
  words,
  client,
  toasts,
  batches,
  batchEnd,
  underWay,
  drawn,
  undoing,
  look,
}: Needs): BatchActs {
  const { t } = words;
  const partsOf = (
    batch: Batch,
    refused: Awaited<ReturnType<typeof client.planMany.mutate>>["refused"],
  ): readonly RefusedPart[] =>
    refused
      .toSorted((a, b) => a.index - b.index)
      .map(({ index, problem }) => ({ change: batch.changes[index]!, problem: refusedAs(words, problem) }));

  /** Which of them cannot be; none when that is not the question, or nobody answers it. */
  const refusedParts = async (batch: Batch, problem: Refused): Promise<readonly RefusedPart[]> => {
    if (!isAboutParts(problem)) return [];
    const { idempotencyKey: _, ...input } = batchInput(batch);
    return client.planMany.mutate({ ...input, mode: "best", dryRun: true }).then(
      ({ refused }) => partsOf(batch, refused),
      () => [],
    );
  };

  const carryOut = async (batch: Batch): Promise<void> => {
    const { words: told, changes } = batch;
    try {
      const { placed, refused, warnings } = await client.planMany.mutate(batchInput(batch));
      await look();
      const parts = partsOf(batch, refused);
      const rest = changes.length - parts.length;
      if (rest > 0) {
        const stand = doneChanges(changes, new Set(refused.map(({ index }) => index)), placed);
        const done: Done = { of: { ofKey: batch.key }, words: didPhrase(words, told, rest), changes: stand };
        const toast = toasts.show({
          text: `${didText(words, told, rest)}${lateText(words, warnings?.some(({ code }) => code === "LATE_CHANGE") ?? false)}`,
          action: { label: t("common.undo"), act: () => void undoing.undo(done) },
        });
        undoing.note(done, toast);
      }
      if (parts.length > 0) batchEnd.set({ batch, problem: null, parts, rest });
    } catch (error) {
      const problem = refusedBy(words, error);
      const [parts] = await Promise.all([refusedParts(batch, problem), look().catch(() => undefined)]);
      if (problem.code === "STOPPED") toasts.show({ text: t("batch.stopped", { verb: told.verb }) });
      else batchEnd.set({ batch, problem, parts, rest: changes.length - parts.length });
    } finally {
      batches.set((all) => all.filter(({ key }) => key !== batch.key));
    }
  };

  const send = (batch: Batch): void => {
    if (batch.changes.length === 0 || isBusy(batch.changes, [...drawn(), ...batches.get()])) return;
    batchEnd.set(null);
    batches.set((all) => [...all, batch]);
    undoing.during(
      whileUnderWay(underWay, { key: batch.key, doing: batch.words.verb, count: batch.changes.length }, () =>
        carryOut(batch),
      ),
    );
  };
  const sendStop = (ofKey: string) => client.stopMany.mutate({ ofKey });
  return {
    many: (wish, refused = []) => {
      const batch = batchOf(wish);
      if (refused.length === 0) send(batch);
      else
        batchEnd.set({
          batch,
          problem: refused[0]!.problem,
          parts: refused,
          rest: wish.changes.length - refused.length,
        });
    },
    manyAgain: send,
    stopMany: (ofKey) => {
      tellOf(underWay, ofKey, { isStopping: true });
      sendStop(ofKey).catch((error: unknown) => {
        tellOf(underWay, ofKey, { isStopping: false });
        toasts.show({ tone: "problem", text: t("batch.notStopped", { why: refusedBy(words, error).sentence }) });
      });
    },
    progressed: ({ key, done, total }) => {
      tellOf(underWay, key, { done, count: total });
      // An act that waited for its turn had not listened yet when it was told to stop.
      if (underWay.get().some((each) => each.key === key && each.isStopping)) void sendStop(key).catch(() => undefined);
    },
  };
}
