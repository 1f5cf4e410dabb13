/** How to take back what an act has made so far; the last thing made goes first. */
export type UndoStack = {
  readonly push: (what: string, undo: () => Promise<void>) => void;
  /** Takes everything back, as far as it goes; answers what could not be taken back. */
  readonly run: () => Promise<readonly { readonly what: string; readonly cause: unknown }[]>;
};

/** An empty stack. */
export function undoStack(): UndoStack {
  const made: { what: string; undo: () => Promise<void> }[] = [];
  return {
    push: (what, undo) => void made.push({ what, undo }),
    async run() {
      const left: { what: string; cause: unknown }[] = [];
      for (const { what, undo } of made.splice(0).reverse()) {
        try {
          await undo();
        } catch (cause) {
          left.push({ what, cause });
        }
      }
      return left;
    },
  };
}
