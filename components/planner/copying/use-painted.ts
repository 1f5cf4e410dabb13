import { useEffect } from "react";
import type { Board } from "../board";
import type { Painted } from "../painted";
import { useStore, type Store } from "../store";

/** Keeps that painted on the grid for as long as its panel is open; what is carried, or a way out that is looked at, goes first. */
export function usePainted(board: Store<Board>, painted: Painted): void {
  const isBare = useStore(board, (state) => state.held === null && state.painted === null);
  useEffect(() => {
    if (board.get().held === null) board.set((before) => ({ ...before, painted }));
  }, [board, painted, isBare]);
  useEffect(() => () => board.set((before) => ({ ...before, painted: null })), [board]);
}
