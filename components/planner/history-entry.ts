import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router";

/** An act as the history tells it. */
export type HistoryEntry = inferRouterOutputs<AppRouter>["journal"]["history"][number];

/** Does it take an act back? An undo of an undo does an act again. */
export function isTakingBack({ undoes }: Pick<HistoryEntry, "undoes">, all: readonly HistoryEntry[]): boolean {
  if (undoes === null) return false;
  const undone = all.find(({ operationId }) => operationId === undoes);
  return !undone || !isTakingBack(undone, all);
}

/** This person's newest act that can be taken back, leaving out those that were refused before. */
export function newestUndoable(entries: readonly HistoryEntry[], refused: ReadonlySet<string>): HistoryEntry | null {
  return (
    entries.find(
      (each) => each.isMine && each.canUndo && !refused.has(each.operationId) && !isTakingBack(each, entries),
    ) ?? null
  );
}
