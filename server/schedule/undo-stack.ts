/** What could not be taken back, and why. */
export type Left = { readonly what: string; readonly cause: unknown };

/** How to take back what an act has made so far; the last thing made goes first. */
export type UndoStack = {
  readonly push: (what: string, undo: () => Promise<void>) => void;
  /**
   * Takes everything back until something fails; answers that and all that was made before it. What was made
   * first carries what came later: a new row must stay while nobody knows whether the old one could come back.
   */
  readonly run: () => Promise<readonly Left[]>;
};

type Undo = { readonly what: string; readonly undo: () => Promise<void> };

/** An empty stack. */
export function undoStack(): UndoStack {
  const made: Undo[] = [];
  return {
    push: (what, undo) => void made.push({ what, undo }),
    async run() {
      const order = made.splice(0).reverse();
      for (const [index, { what, undo }] of order.entries()) {
        try {
          await undo();
        } catch (cause) {
          return [{ what, cause }, ...order.slice(index + 1).map((each) => ({ what: each.what, cause: "not tried any more" }))];
        }
      }
      return [];
    },
  };
}
