import type { SlotChange } from "./slot-change";

/** An act that is done and can be taken back: by what the server knows it, what it did in words, and what to draw. */
export type Done = {
  readonly of: { readonly ofKey: string } | { readonly operationId: string };
  readonly words: string;
  /** Empty for an act of the history, of which this page does not know the slots. */
  readonly changes: readonly SlotChange[];
};

/** This person's acts in this page, the newest last: those that are done, and those that were taken back and can be done again. */
export type UndoStack = { readonly done: readonly Done[]; readonly undone: readonly Done[] };

export const noActs: UndoStack = { done: [], undone: [] };

/** Nobody goes back further than this. */
const AT_MOST = 200;

/** Something new was done: what was taken back before cannot be done again. */
export function afterAct({ done }: UndoStack, act: Done): UndoStack {
  return { done: [...done, act].slice(-AT_MOST), undone: [] };
}

/** `taken` was taken back, which `back` takes back in turn. */
export function afterUndo(stack: UndoStack, taken: Done, back: Done): UndoStack {
  const { done, undone } = without(stack, taken);
  return { done, undone: [...undone, back] };
}

/** What was taken back is done again, which `again` takes back. */
export function afterRedo(stack: UndoStack, taken: Done, again: Done): UndoStack {
  const { done, undone } = without(stack, taken);
  return { done: [...done, again], undone };
}

/** It can neither be taken back nor done again any more. */
export function without({ done, undone }: UndoStack, act: Done): UndoStack {
  return { done: done.filter((each) => each !== act), undone: undone.filter((each) => each !== act) };
}
